import { createRequire } from 'node:module';
import { DmnModdle } from 'dmn-moddle';
import { hasArea, overlap } from './lint-geometry.mjs';

const camunda = createRequire(import.meta.url)('camunda-dmn-moddle/resources/camunda.json');

/** Parses without a warning, has an id on every table and its parts, and a complete diagram. */
export async function lintDmn(xml, report) {
  let parsed;
  try {
    parsed = await new DmnModdle({ camunda }).fromXML(xml);
  } catch (failure) {
    report.error('-', oneLine(failure.message));
    return;
  }
  const { rootElement: definitions, warnings } = parsed;
  warnings.forEach((warning) => report.error(warning.element?.id ?? '-', oneLine(warning.message)));

  const elements = [...definitions.get('drgElement'), ...definitions.get('artifact')];
  const decisions = elements.filter((element) => is(element, 'dmn:Decision'));
  if (decisions.length === 0) {
    report.error(definitions.id ?? '-', 'the file has no decision');
  }
  decisions.forEach((decision) => lintDecision(decision, report));
  lintDiagram(definitions, elements, report);
}

function lintDecision(decision, report) {
  if (decision.id) {
    report.defines('decision', decision.id);
  } else {
    report.error(decision.name ?? '-', 'the decision has no id');
  }
  if (!decision.name) {
    report.error(decision.id ?? '-', 'the decision has no name');
  }
  const table = decision.decisionLogic;
  if (!table) {
    report.error(decision.id ?? '-', 'the decision has no table and no expression');
  }
  if (!is(table, 'dmn:DecisionTable')) {
    return;
  }
  if (!table.id) {
    report.error(decision.id ?? '-', 'the decision table has no id');
  }
  const [inputs, outputs, rules] = [table.get('input'), table.get('output'), table.get('rule')];
  [...inputs, ...outputs, ...rules].filter((part) => !part.id)
    .forEach((part) => report.error(decision.id ?? '-', `a ${part.$type.replace('dmn:', '')} of the table has no id`));
  for (const rule of rules) {
    if (rule.get('inputEntry').length !== inputs.length || rule.get('outputEntry').length !== outputs.length) {
      report.error(rule.id ?? decision.id ?? '-', 'the rule has not one entry for each column');
    }
  }
}

function lintDiagram(definitions, elements, report) {
  const drawings = (definitions.dmnDI?.get('diagrams') ?? []).flatMap((diagram) => diagram.get('diagramElements'));
  const drawn = new Map(drawings.map((drawing) => [drawing.dmnElementRef?.id, drawing]));

  const edges = elements.filter((element) => is(element, 'dmn:Association'));
  const shapes = elements.filter((element) => !is(element, 'dmn:Association'));
  const placed = [];
  for (const element of shapes) {
    const bounds = drawn.get(element.id)?.bounds;
    if (hasArea(bounds)) {
      placed.push([element, bounds]);
    } else {
      report.error(element.id ?? '-', 'no shape with bounds in the diagram');
    }
    for (const list of ['informationRequirement', 'knowledgeRequirement', 'authorityRequirement']) {
      edges.push(...(element.$descriptor.propertiesByName[list] ? element.get(list) : []));
    }
  }
  for (const edge of edges) {
    if (!(drawn.get(edge.id)?.waypoint?.length >= 2)) {
      report.error(edge.id ?? edge.$parent?.id ?? '-', `no line with waypoints in the diagram for this ${edge.$type}`);
    }
  }
  placed.forEach(([element, bounds], index) => {
    placed.slice(index + 1).filter(([, other]) => overlap(bounds, other))
      .forEach(([other]) => report.error(element.id, `the shape overlaps '${other.id}'`));
  });
}

function is(element, type) {
  return element?.$instanceOf?.(type) ?? false;
}

function oneLine(message) {
  return String(message).trim().split(/\s*\n\s*/).join(', ');
}
