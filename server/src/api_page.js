// Shows the API's description with Swagger UI.
SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  // Swagger's own server would be asked whether the document is valid.
  validatorUrl: null,
});
