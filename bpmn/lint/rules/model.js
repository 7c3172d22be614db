// What several rules ask a model element.
const { is, isAny } = require('bpmnlint-utils');

/** Extension elements of a type, such as camunda:FormData. */
function extensions(node, type) {
  const holder = node.extensionElements;
  return (holder && holder.values || []).filter(each => each.$type === type);
}

/** Form fields of a user task, in their order. */
function fields(task) {
  return extensions(task, 'camunda:FormData').flatMap(form => form.fields || []);
}

/** Value of a camunda:property of an element, or undefined. */
function property(node, name) {
  return extensions(node, 'camunda:Properties')
    .flatMap(all => all.values || [])
    .filter(each => each.name === name)
    .map(each => each.value)[0];
}

/** The process an element belongs to. */
function processOf(node) {
  return is(node, 'bpmn:Process') ? node : processOf(node.$parent);
}

/** All lanes of a process, nested ones too. */
function lanes(process) {
  const inside = set => (set.lanes || []).flatMap(lane =>
    [ lane ].concat(lane.childLaneSet ? inside(lane.childLaneSet) : []));
  return (process.laneSets || []).flatMap(inside);
}

/** The lane of an element; inside a sub-process, the sub-process's lane. */
function laneOf(node) {
  const all = lanes(processOf(node));
  for (let each = node; each && !is(each, 'bpmn:Process'); each = each.$parent) {
    const lane = all.find(one => (one.flowNodeRef || []).includes(each) && !one.childLaneSet);
    if (lane) {
      return lane;
    }
  }
}

/** The bean of exactly ${bean}, or undefined. */
function bean(expression) {
  const match = /^\$\{([a-z][A-Za-z]*)}$/.exec(expression || '');
  return match ? match[1] : undefined;
}

module.exports = { is, isAny, extensions, fields, property, processOf, laneOf, bean };
