// What Visual Studio Code shows of a report with the schema of its set. usage: node editor.js SCHEMA REPORT
const assert = require("node:assert");
const fs = require("node:fs");
const { getLanguageService } = require("vscode-json-languageservice");
const { TextDocument } = require("vscode-languageserver-textdocument");

const [schema, example] = process.argv.slice(2).map((path) => fs.readFileSync(path, "utf8"));
const service = getLanguageService({});
const uri = "file:///report.schema.json";
service.configure({ validate: true, schemas: [{ uri, fileMatch: ["*.json"], schema: JSON.parse(schema) }] });

const opened = (text) => {
  const document = TextDocument.create("file:///report.json", "json", 1, text);
  return [document, service.parseJSONDocument(document)];
};

// A text with `|` where the cursor stands.
const at = (text) => [...opened(text.replace("|", "")), text.indexOf("|")];

const hover = async (text) => {
  const [document, json, cursor] = at(text);
  const found = await service.doHover(document, document.positionAt(cursor), json);
  return (found?.contents ?? []).map((part) => part.value ?? part).join("\n");
};

const complete = async (text) => {
  const [document, json, cursor] = at(text);
  const found = await service.doComplete(document, document.positionAt(cursor), json);
  return new Map(found.items.map((item) => [item.label, item.documentation?.value ?? item.documentation ?? ""]));
};

const marked = async (text) => {
  const [document, json] = opened(text);
  const found = await service.doValidation(document, json, { schemaValidation: "error" });
  return found.filter((one) => !one.message.includes("$schema")).map((one) => one.message);
};

(async () => {
  assert.deepStrictEqual(await marked(example.replace(/"\$schema".*\n/, "")), []);

  // Labels of figures, titles of sections, fields in Vietnamese first.
  assert.match(await hover('{"figures": {"ke-hoach.nhiem|-vu-de-ra": 3}}'), /^Số nhiệm vụ đề ra/);
  assert.match(await hover('{"figures": {"khao-sat.hinh|-thuc": 2}}'), /^Hình thức khảo sát/);
  assert.match(await hover('{"sections": {"kien|-nghi": "..."}}'), /^Kiến nghị/);
  assert.match(await hover('{"doc|ument": {}}'), /^Thể thức của văn bản/);

  // Ids of figures with their labels, codes, forms, the template.
  assert.match((await complete('{"figures": {|}}')).get("ke-hoach.nhiem-vu-de-ra"), /^Số nhiệm vụ đề ra/);
  const codes = await complete('{"figures": {"khao-sat.hinh-thuc": |}}');
  assert.deepStrictEqual([...codes.keys()].filter((code) => /^\d+$|^null$/.test(code)), ["0", "1", "2", "null"]);
  assert.ok((await complete('{"appendices": [{"title": "A", "forms": [|]}]}')).has('"chi-dao"'));
  assert.ok((await complete('{"appendices": [|]}')).has('"template"'));
  assert.ok((await complete('{"template": |}')).has('"cchc/xa-2025"'));

  // What is wrong is marked.
  const wrong = ['{"figures": {"ke-hoach.nhiem-vu": 3}}', '{"figures": {"khao-sat.hinh-thuc": 7}}'];
  wrong.push('{"appendices": [{"title": "A", "forms": ["chi-dan"]}]}', '{"sections": {"kien-nghi": 3}}');
  for (const text of wrong) {
    const rest = (await marked(text)).filter((message) => !/Missing property/.test(message));
    assert.strictEqual(rest.length, 1, `${text}: ${rest}`);
  }
  console.log("the schema serves Visual Studio Code");
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
