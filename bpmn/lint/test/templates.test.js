// Modeler reads every element template, and each names what exists.
const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { validateAll } = require('@bpmn-io/element-templates-validator');

const FOLDER = upwards(__dirname, path.join('.camunda', 'element-templates'));

/** The folder in the nearest parent that has it, as Modeler looks for it. */
function upwards(from, wanted) {
  const here = path.join(from, wanted);
  if (fs.existsSync(here)) {
    return here;
  }
  if (path.dirname(from) === from) {
    throw new Error(`${wanted} is in no folder above ${__dirname}`);
  }
  return upwards(path.dirname(from), wanted);
}

for (const file of fs.readdirSync(FOLDER)) {
  test(`Modeler reads ${file}`, () => {
    const templates = JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
    const { valid, results } = validateAll(templates);
    assert.ok(valid, JSON.stringify(results.flatMap(each => each.errors || []), null, 2));
  });
}

test('no two templates have the same id', () => {
  const ids = fs.readdirSync(FOLDER)
    .flatMap(file => JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')))
    .map(each => each.id);
  assert.equal(new Set(ids).size, ids.length);
});
