import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { crosses, hasArea, touches } from './lint-geometry.mjs';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

/** Parses without a warning, keeps bpmnlint's recommended rules and our own, and has a complete, tidy diagram. */
export async function lintBpmn(xml, report) {
  let parsed;
  try {
    parsed = await new BpmnModdle({ camunda }).fromXML(xml);
  } catch (failure) {
    report.error('-', oneLine(failure.message));
    failure.warnings?.forEach((warning) => report.error('-', oneLine(warning.message)));
    return;
  }
  const { rootElement: definitions, warnings } = parsed;
  warnings.forEach((warning) => report.error(warning.element?.id ?? '-', oneLine(warning.message)));

  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
  for (const [rule, findings] of Object.entries(await linter.lint(definitions))) {
    findings.forEach(({ id, message }) => report.error(id ?? '-', `${message} (${rule})`));
  }

  const drawn = drawings(definitions);
  for (const process of definitions.get('rootElements').filter((element) => is(element, 'bpmn:Process'))) {
    lintProcess(process, report);
    lintContainer(process, drawn, report);
  }
  for (const collaboration of definitions.get('rootElements').filter((element) => is(element, 'bpmn:Collaboration'))) {
    collaboration.get('participants').forEach((participant) => shapeOf(participant, drawn, report));
    collaboration.get('messageFlows').forEach((flow) => lintEdge(flow, drawn, report));
  }
}

function lintProcess(process, report) {
  report.defines('process', process.id);
  if (!process.isExecutable) {
    report.error(process.id, 'the process is not executable');
  }
  if (!process.get('camunda:historyTimeToLive')) {
    report.error(process.id, 'the process has no history time to live');
  }
  if (!process.name) {
    report.error(process.id, 'the process has no name');
  }
  wantEnglishName(process, report);
}

/** A process or a subprocess: its elements, and the same for what lies inside them. */
function lintContainer(container, drawn, report) {
  const elements = container.get('flowElements');
  const nodes = elements.filter((element) => is(element, 'bpmn:FlowNode'));
  const flows = elements.filter((element) => is(element, 'bpmn:SequenceFlow'));

  nodes.forEach((node) => lintNode(node, report));
  flows.forEach((flow) => lintFlow(flow, report));

  const shapes = new Map(nodes.map((node) => [node, shapeOf(node, drawn, report)]).filter(([, bounds]) => bounds));
  elements.filter((element) => is(element, 'bpmn:DataObjectReference') || is(element, 'bpmn:DataStoreReference'))
    .concat(container.get('artifacts').filter((artifact) => !is(artifact, 'bpmn:Association')))
    .forEach((element) => shapeOf(element, drawn, report));

  for (const flow of flows) {
    const waypoints = lintEdge(flow, drawn, report);
    for (const [node, bounds] of shapes) {
      if (waypoints && node !== flow.sourceRef && node !== flow.targetRef && crosses(waypoints, bounds)) {
        report.error(flow.id, `the line runs through '${node.id}'`);
      }
    }
  }
  container.get('artifacts').filter((artifact) => is(artifact, 'bpmn:Association'))
    .forEach((association) => lintEdge(association, drawn, report));
  nodes.filter((node) => is(node, 'bpmn:SubProcess')).forEach((node) => lintContainer(node, drawn, report));
}

function lintNode(node, report) {
  wantEnglishName(node, report);
  // A fork is bpmnlint's affair; we name the joins too. A parallel gateway asks nothing.
  if (is(node, 'bpmn:Gateway') && !is(node, 'bpmn:ParallelGateway') && node.get('outgoing').length < 2 && !node.name) {
    report.error(node.id, 'the gateway has no label');
  }
  if (node.get('camunda:formRef')) {
    report.refersTo(node.id, 'form', node.get('camunda:formRef'));
  }
  if (is(node, 'bpmn:CallActivity') && !node.calledElement?.includes('{')) {
    report.refersTo(node.id, 'process', node.calledElement);
  }
  const decision = is(node, 'bpmn:BusinessRuleTask') && node.get('camunda:decisionRef');
  if (decision && !decision.includes('{')) {
    report.refersTo(node.id, 'decision', decision);
  }
}

function lintFlow(flow, report) {
  wantEnglishName(flow, report);
  const fork = flow.sourceRef?.get('outgoing').length > 1 && is(flow.sourceRef, 'bpmn:Gateway') &&
    !is(flow.sourceRef, 'bpmn:ParallelGateway') && !is(flow.sourceRef, 'bpmn:EventBasedGateway');
  // A flow with a condition is bpmnlint's affair; the default flow of a fork is ours.
  if (fork && !flow.name && !flow.conditionExpression) {
    report.error(flow.id, 'the flow that leaves a decision has no label');
  }
}

/** Element to its shape or edge, over all planes. */
function drawings(definitions) {
  return new Map(definitions.get('diagrams')
    .flatMap((diagram) => diagram.plane?.get('planeElement') ?? [])
    .map((drawing) => [drawing.bpmnElement, drawing]));
}

// An element that is not drawn at all, and shapes that overlap or leave their frame, are bpmnlint's affair.
function shapeOf(element, drawn, report) {
  const bounds = drawn.get(element)?.bounds;
  if (hasArea(bounds)) {
    return bounds;
  }
  if (drawn.has(element)) {
    report.error(element.id, 'the shape has no bounds');
  }
  return undefined;
}

function lintEdge(edge, drawn, report) {
  const waypoints = drawn.get(edge)?.waypoint;
  if (!(waypoints?.length >= 2)) {
    if (drawn.has(edge)) {
      report.error(edge.id, 'the line has no waypoints');
    }
    return undefined;
  }
  for (const [end, point, word] of [
    [edge.sourceRef, waypoints[0], 'begin'],
    [edge.targetRef, waypoints.at(-1), 'end']
  ]) {
    // An association may hang on a flow, which has no bounds.
    const bounds = drawn.get(end)?.bounds;
    if (bounds && !touches(point, bounds, is(end, 'bpmn:Activity'))) {
      report.error(edge.id, `the line does not ${word} at '${end.id}'`);
    }
  }
  return waypoints;
}

function wantEnglishName(element, report) {
  if (element.name && !property(element, 'name.en')) {
    report.warning(element.id, `'${element.name}' has no property name.en`);
  }
}

function property(element, name) {
  return element.extensionElements?.get('values')
    .filter((value) => is(value, 'camunda:Properties'))
    .flatMap((properties) => properties.get('values'))
    .find((candidate) => candidate.name === name)?.value;
}

function is(element, type) {
  return element?.$instanceOf?.(type) ?? false;
}

function oneLine(message) {
  return String(message).trim().split(/\s*\n\s*/).join(', ');
}
