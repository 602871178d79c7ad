import { validateAll } from '@bpmn-io/element-templates-validator';

/** A list of element templates for Camunda 7: each keeps the published JSON schema, no two have the same id. */
export async function lintTemplates(json, report) {
  let templates;
  try {
    templates = JSON.parse(json);
  } catch (failure) {
    report.error('-', `not JSON: ${failure.message}`);
    return;
  }
  if (!Array.isArray(templates) || templates.length === 0) {
    report.error('-', 'not a list of templates');
    return;
  }
  for (const { object: template, errors } of validateAll(templates).results) {
    errors?.forEach(({ message, path }) => report.error(template?.id ?? '-', `${path ?? ''} ${message}`.trim()));
    if (template?.id) {
      report.defines('element template', template.id);
    }
  }
}
