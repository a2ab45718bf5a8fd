#!/usr/bin/env python3
"""Makes a studio with an earlier build and writes it down: `schema-N.sql` (the database as SQL) and
`schema-N.json` (what its REST interface said the author has).

usage: make.py BINARY OUT_FOLDER
"""
import json, os, re, signal, sqlite3, subprocess, sys, tempfile, time, urllib.error, urllib.request

binary, out = sys.argv[1:3]
data = tempfile.mkdtemp()


def start(*more):
    process = subprocess.Popen(
        [binary, "--addr", "127.0.0.1:0", "--data", data, *more],
        stdout=subprocess.PIPE, stderr=open(f"{data}/log", "a"), text=True)
    line = process.stdout.readline()
    return process, re.search(r"http://\S+", line).group(0)


def call(base, method, path, body=None, etag=None):
    request = urllib.request.Request(
        f"{base}/api/v1{path}", method=method,
        data=None if body is None else json.dumps(body).encode())
    request.add_header("content-type", "application/json")
    if etag:
        request.add_header("if-match", etag)
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}")
    with answer:
        text = answer.read().decode()
        kind = answer.headers.get("content-type", "")
        return (json.loads(text) if "json" in kind and text else text), answer.headers.get("etag")


def run(base, story, wait=True, **wish):
    made, _ = call(base, "POST", f"/stories/{story}/runs", wish)
    while wait:
        made, _ = call(base, "GET", f"/runs/{made['id']}")
        if made["status"] in ("succeeded", "failed", "cancelled", "needs_review"):
            assert made["status"] in ("succeeded", "needs_review"), made
            break
        time.sleep(0.05)
    return made


def items(base, path):
    answer, _ = call(base, "GET", path)
    return answer["items"] if isinstance(answer, dict) else answer


process, base = start("--builtin-rate", "0")
brief = {"premise": "A lighthouse keeper’s daughter finds a drowned bell that rings before storms.",
         "genre": "mystery", "tone": "quiet", "chapters": 5, "include": ["a ferryman called Ivo"], "avoid": ["dreams"]}
story, _ = call(base, "POST", "/stories", {"title": "The Bell of Saint Ruan", "brief": brief})
story = story["id"]
run(base, story, kind="world")
run(base, story, kind="outline")
run(base, story, kind="chapter", chapter=1)
run(base, story, kind="chapter", chapter=2)
# The author's own words.
chapter, etag = call(base, "GET", f"/stories/{story}/chapters/1")
own = "Ana counted the steps again.\n\n“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.\n"
call(base, "POST", f"/stories/{story}/chapters/1/revisions", {"text": own}, etag)
chapter, etag = call(base, "GET", f"/stories/{story}/chapters/3")
call(base, "POST", f"/stories/{story}/chapters/3/revisions", {"text": "Only this line was typed: 雨 ñ ß.\n"}, etag)
run(base, story, kind="rewrite", chapter=2, feedback="Let it rain.")
process.send_signal(signal.SIGTERM)
process.wait()
# A run that is killed in the middle of a chapter.
process, base = start("--builtin-rate", "40")
running = run(base, story, wait=False, kind="chapter", chapter=4)
draft = ""
while len(draft) < 400:
    try:
        draft = call(base, "GET", f"/runs/{running['id']}/draft")[0]["text"]
    except Exception:
        pass
    time.sleep(0.05)
process.kill()
process.wait()

process, base = start("--workers", "0")
known = {"story": story, "run": running["id"], "title": call(base, "GET", f"/stories/{story}")[0]["title"], "chapters": []}
for chapter in items(base, f"/stories/{story}/chapters?limit=100"):
    number = chapter["number"]
    path = f"/stories/{story}/chapters/{number}"
    revisions = []
    for revision in items(base, f"{path}/revisions?limit=100"):
        whole, _ = call(base, "GET", f"{path}/revisions/{revision['id']}")
        revisions.append({"id": whole["id"], "text": whole["text"]})
    text = call(base, "GET", f"{path}/text")[0] if chapter.get("revision") else ""
    known["chapters"].append({"number": number, "title": chapter["title"], "outline": chapter["outline"],
                              "text": text, "revisions": revisions})
known["entities"] = [
    {k: e.get(k) for k in ("id", "name", "kind", "description")}
    for e in items(base, f"/stories/{story}/world/entities?limit=100")]
known["facts"] = [f["text"] for f in items(base, f"/stories/{story}/world/facts?limit=100")]
known["rules"] = [r["text"] if isinstance(r, dict) else r for r in items(base, f"/stories/{story}/world/rules?limit=100")]
known["draft"] = call(base, "GET", f"/runs/{running['id']}/draft")[0]["text"]
process.send_signal(signal.SIGTERM)
process.wait()


def dump(database):
    """The database as SQL. Python's own SQLite may be too old for the index of the search: it is not read, but made again
    from the texts."""
    schema = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    virtual = [name for kind, name, sql in schema if sql.upper().startswith("CREATE VIRTUAL")]
    is_behind = lambda name: any(name == of or name.startswith(f"{of}_") for of in virtual)
    yield "BEGIN TRANSACTION;"
    for kind, name, sql in schema:
        if kind != "table" or is_behind(name) or name.startswith("sqlite_") or name == "search_docs":
            continue
        yield sql + ";"
        columns = [f'"{row[1]}"' for row in database.execute(f'PRAGMA table_info("{name}")')]
        quoted = "||','||".join(f"quote({column})" for column in columns)
        for (values,) in database.execute(f'SELECT {quoted} FROM "{name}"'):
            yield f'INSERT INTO "{name}" VALUES({values});'
    last = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
    if last:
        yield "DELETE FROM sqlite_sequence;"
        yield f"INSERT INTO sqlite_sequence VALUES('events',{last[0]});"
    for kind, name, sql in schema:
        if kind == "index" or name in virtual or name == "search_docs" or kind == "view":
            yield sql + ";"
    for kind, name, sql in schema:
        if kind == "trigger":
            yield sql + ";"
    if virtual:
        yield "INSERT INTO search_docs (story_id, kind, subject_id) SELECT t.story_id, t.kind, t.subject_id FROM search_texts t;"
    yield "COMMIT;"


database = sqlite3.connect(f"{data}/fablewright.db")
schema = max(v for (v,) in database.execute("SELECT version FROM _sqlx_migrations"))
os.makedirs(out, exist_ok=True)
with open(f"{out}/schema-{schema}.sql", "w") as file:
    for statement in dump(database):
        file.write(statement + "\n")
with open(f"{out}/schema-{schema}.json", "w") as file:
    json.dump(known, file, ensure_ascii=False, indent=1)
    file.write("\n")
print(schema, len(known["chapters"]), [len(c["revisions"]) for c in known["chapters"]][:5], len(known["draft"]), len(known["entities"]), len(known["facts"]), known["rules"][:2], os.path.getsize(f"{out}/schema-{schema}.sql"))
