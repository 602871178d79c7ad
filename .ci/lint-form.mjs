// Camunda Forms JSON, as far as a mistake can be seen without rendering it.

const FIELDS = ['textfield', 'textarea', 'number', 'datetime', 'checkbox', 'checklist', 'radio', 'select', 'taglist',
  'filepicker', 'expression'];
const GROUPS = ['group', 'dynamiclist'];
const OTHERS = ['text', 'html', 'image', 'table', 'separator', 'spacer', 'button', 'iframe', 'documentPreview'];
const TYPES = new Set([...FIELDS, ...GROUPS, ...OTHERS]);
const CHOICES = new Set(['checklist', 'radio', 'select', 'taglist']);
/** What a person reads: attributes and properties, each with its English in the property of that name and '.en'. */
const WORDS = ['label', 'description', 'text', 'content', 'alt'];
const WORD_PROPERTIES = ['unit', 'definition', 'pattern.message'];

/** Valid JSON, known types, a unique key for every field of a level, a unique id for every component. */
export async function lintForm(json, report) {
  let form;
  try {
    form = JSON.parse(json);
  } catch (failure) {
    report.error('-', `not JSON: ${failure.message}`);
    return;
  }
  if (form?.type !== 'default' || typeof form.id !== 'string' || !Array.isArray(form.components)) {
    report.error('-', "not a form: it needs type 'default', an id and components");
    return;
  }
  report.defines('form', form.id);
  if (!Number.isInteger(form.schemaVersion)) {
    report.error(form.id, 'the form has no schemaVersion');
  }
  lintComponents(form.components, new Set(), new Set(), report);
}

function lintComponents(components, ids, keys, report) {
  for (const component of components) {
    const name = component?.key ?? component?.path ?? component?.id ?? '-';
    if (!TYPES.has(component?.type)) {
      report.error(name, `unknown type '${component?.type}'`);
      continue;
    }
    if (typeof component.id !== 'string' || component.id === '') {
      report.error(name, 'the component has no id');
    } else if (ids.has(component.id)) {
      report.error(name, `the id '${component.id}' is used twice`);
    }
    ids.add(component.id);
    lintKey(component, name, keys, report);
    lintProperties(component, name, report);
    if (CHOICES.has(component.type)) {
      lintChoices(component, name, report);
    }
    wantEnglishWords(component, name, report);
    if (GROUPS.includes(component.type)) {
      if (Array.isArray(component.components)) {
        // What lies below a path has names of its own; a group without one adds no level.
        lintComponents(component.components, ids, component.path ? new Set() : keys, report);
      } else {
        report.error(name, 'the group has no components');
      }
    }
  }
}

function lintKey(component, name, keys, report) {
  const key = FIELDS.includes(component.type) ? component.key : component.path;
  if (FIELDS.includes(component.type) && (typeof key !== 'string' || key === '')) {
    report.error(name, 'the field has no key');
  } else if (component.type === 'dynamiclist' && !key) {
    report.error(name, 'the list has no path');
  }
  if (key && keys.has(key)) {
    report.error(name, `the key '${key}' is used twice`);
  }
  if (key) {
    keys.add(key);
  }
}

function lintProperties(component, name, report) {
  for (const [key, value] of Object.entries(component.properties ?? {})) {
    if (typeof value !== 'string') {
      report.error(name, `property '${key}' is not text`);
    }
  }
}

function lintChoices(component, name, report) {
  const sources = [component.values, component.valuesKey, component.valuesExpression, component.properties?.codeList];
  if (sources.filter((source) => source !== undefined).length === 0) {
    report.error(name, 'no choices: it needs values, valuesKey, valuesExpression or the property codeList');
  }
  const seen = new Set();
  for (const choice of component.values ?? []) {
    if (seen.has(choice.value)) {
      report.error(name, `the choice '${choice.value}' is listed twice`);
    }
    seen.add(choice.value);
    if (choice.label && !component.properties?.[`option.${choice.value}.en`]) {
      report.warning(name, `choice '${choice.label}' has no property option.${choice.value}.en`);
    }
  }
}

function wantEnglishWords(component, name, report) {
  const properties = component.properties ?? {};
  const words = WORDS.map((word) => [word, component[word]])
    .concat(WORD_PROPERTIES.map((word) => [word, properties[word]]));
  if (component.type === 'datetime' && component.dateLabel) {
    words[0] = ['label', component.dateLabel];
  }
  for (const [word, text] of words) {
    // An expression writes its own words.
    if (typeof text === 'string' && text !== '' && !text.startsWith('=') && !properties[`${word}.en`]) {
      report.warning(name, `${word} '${text.slice(0, 30)}' has no property ${word}.en`);
    }
  }
}
