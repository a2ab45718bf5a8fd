// Every place where a person types: how one gets there, and its field.
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { expect, open, type Studio } from "./studio";

export const typed = "Xylophones quiver vexingly, and grumpy wizards juggle pixels.";

export const editor = (page: Page) => page.getByRole("textbox", { name: "Text of the chapter" });

/** A place where a person types: how one gets there, and its field. */
export type Place = {
  name: string;
  address: (story: string) => string;
  /** Opens the form; does nothing where it is open. */
  show?: (page: Page) => Promise<void>;
  field: (page: Page) => Locator;
  /** Escape closes it. */
  isDialog?: boolean;
  /** What is typed there, where it must be a number. */
  value?: string;
  /** It belongs to no story. */
  isOfStudio?: boolean;
};

const byButton = (button: string | RegExp, field: (page: Page) => Locator) => async (page: Page) => {
  // A form with a draft may open by itself.
  await expect(async () => {
    if (!(await field(page).isVisible())) {
      await page.getByRole("button", { name: button }).first().click({ timeout: 1_000 });
    }
    await expect(field(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
};
const inDialog = (button: string | RegExp) => byButton(button, (page) => page.getByRole("dialog"));

export const premise = (page: Page) => page.getByLabel("Premise");
export const beats = (page: Page) => page.getByRole("textbox", { name: "Beats" });

/** Has the story of a page read, unless it was: it tells something that is to be decided. */
async function haveRead(page: Page) {
  const story = new URL(page.url()).pathname.split("/")[2];
  const address = `${new URL(page.url()).origin}/api/v1/stories/${story}`;
  const read = async () => (await (await page.request.get(`${address}/reading`)).json()).read;
  if ((await read()) > 0) return;
  const data = { text: "Odran rowed across the bay and waited there." };
  await page.request.post(`${address}/chapters/2/revisions`, { data, headers: { "if-match": "*" } });
  await page.request.post(`${address}/runs`, { data: { kind: "read", chapters: [2] } });
  await expect.poll(read).toBe(1);
}

export const places: Place[] = [
  { name: "a new story", address: () => "/stories/new", field: premise, isOfStudio: true },
  {
    name: "the last field of a new story",
    address: () => "/stories/new",
    show: async (page) => {
      const field = page.getByLabel("Themes", { exact: true });
      if (!(await field.isVisible())) await page.locator("details > summary").first().click();
    },
    field: (page) => page.getByLabel("Themes", { exact: true }),
    isOfStudio: true,
  },
  { name: "the brief", address: (story) => `/stories/${story}`, show: byButton("Edit", premise), field: premise },
  {
    name: "an outline",
    address: (story) => `/stories/${story}/outline`,
    show: byButton("Edit chapter 1", beats),
    field: beats,
  },
  {
    name: "a new person of the world",
    address: (story) => `/stories/${story}/world?show=person`,
    show: inDialog("Add person"),
    field: (page) => page.getByRole("dialog").getByLabel("Description"),
    isDialog: true,
  },
  {
    name: "a person of the world",
    address: (story) => `/stories/${story}/world?show=person`,
    show: inDialog(/Edit|Change/),
    field: (page) => page.getByRole("dialog").getByLabel("Description"),
    isDialog: true,
  },
  {
    name: "a rule",
    address: (story) => `/stories/${story}/world?show=rules`,
    show: inDialog("Add rule"),
    field: (page) => page.getByRole("dialog").getByLabel("Rule"),
    isDialog: true,
  },
  {
    name: "a fact",
    address: (story) => `/stories/${story}/world?show=facts`,
    show: inDialog("Add fact"),
    field: (page) => page.getByRole("dialog").getByLabel("Fact"),
    isDialog: true,
  },
  {
    name: "a proposal",
    address: (story) => `/stories/${story}/proposals?kind=summary`,
    show: async (page) => {
      await haveRead(page);
      await inDialog(/^Edit:/)(page);
    },
    field: (page) => page.getByRole("dialog").getByLabel("Summary"),
    isDialog: true,
  },
  {
    name: "an export",
    address: (story) => `/stories/${story}/export`,
    field: (page) => page.getByLabel("Dedication"),
  },
  {
    name: "settings",
    address: () => "/settings",
    field: (page) => page.getByLabel("Words per chapter"),
    value: "777",
    isOfStudio: true,
  },
  {
    name: "feedback for a rewrite",
    address: (story) => `/stories/${story}/write/1`,
    show: inDialog("Rewrite with feedback"),
    field: (page) => page.getByRole("dialog").getByLabel("What should be different?"),
    isDialog: true,
  },
  {
    name: "a budget",
    address: (story) => `/stories/${story}`,
    show: inDialog(/With a budget/),
    field: (page) => page.getByRole("dialog").getByLabel("Maximum tokens"),
    isDialog: true,
    value: "4321",
  },
  { name: "a chapter", address: (story) => `/stories/${story}/write/1`, show: byButton(/^Edit/, editor), field: editor },
];

/** A story with a person, beats and a text. */
export async function storyWithContent(studio: Studio, request: APIRequestContext) {
  const story = await studio.story(2);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const headers = { "if-match": "*" };
  const data = { kind: "person", name: "Odran", description: "A ferryman." };
  const answers = [
    await request.post(`${address}/world/entities`, { data }),
    await request.patch(`${address}/chapters/1`, { data: { title: "The Ferry", outline: ["He waits."] }, headers }),
    await request.post(`${address}/chapters/1/revisions`, { data: { text: "The ferry waited." }, headers }),
  ];
  for (const answer of answers) expect(answer.ok(), await answer.text()).toBe(true);
  return story;
}

export async function go(page: Page, studio: Studio, place: Place, story: string) {
  await open(page, studio.url + place.address(story));
  await place.show?.(page);
}
