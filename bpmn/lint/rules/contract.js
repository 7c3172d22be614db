// What models may take for granted about the product: contract.json, and the steps of the element templates.
const fs = require('node:fs');
const path = require('node:path');

const contract = JSON.parse(fs.readFileSync(upwards(__dirname, 'contract.json'), 'utf8'));
const templates = upwards(__dirname, path.join('.camunda', 'element-templates'));

/** The names that templates offer as delegates. */
const delegates = fs.readdirSync(templates)
  .flatMap(file => JSON.parse(fs.readFileSync(path.join(templates, file), 'utf8')))
  .flatMap(template => template.properties)
  .filter(property => property.binding.name === 'camunda:delegateExpression')
  .map(property => property.value.slice(2, -1));

/** The file or folder in the nearest parent that has it, as Modeler looks for it. */
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

module.exports = { ...contract, delegates, upwards };
