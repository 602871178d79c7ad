// Camunda Forms JSON, as far as a mistake can be seen without rendering it.

const FIELDS = ['textfield', 'textarea', 'number', 'datetime', 'checkbox', 'checklist', 'radio', 'select', 'taglist',
  'filepicker', 'expression'];
const GROUPS = ['group', 'dynamiclist'];
const OTHERS = ['text', 'html', 'image', 'table', 'separator', 'spacer', 'button', 'iframe', 'documentPreview'];
const TYPES = new Set([...FIELDS, ...GROUPS, ...OTHERS]);
const CHOICES = new Set(['checklist', 'radio', 'select', 'taglist']);
/** What a person reads: attributes and properties, each with its English in the property of that name and '.en'. */
const WORDS = ['label', 'description', 'text', 'content', 'alt'];
const WORD_PROPERTIES = ['unit', 'definition', 'pattern.message', 'growth.label'];
const MOST_COLUMNS = 8;

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
    if (component.type === 'group' && component.properties?.layout !== undefined) {
      lintMatrix(component, name, report);
    }
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

const listed = (text) => String(text ?? '').split(/[,，]/).map((key) => key.trim()).filter((key) => key !== '');

/** Indicators by columns: a group whose numbers each have a value for every column they do not close. */
function lintMatrix(group, name, report) {
  const properties = group.properties;
  if (properties.layout !== 'matrix') {
    report.error(name, `unknown layout '${properties.layout}'; a group may have the layout 'matrix'`);
    return;
  }
  const columns = listed(properties.columns);
  if (columns.length === 0 || columns.length > MOST_COLUMNS) {
    report.error(name, `the matrix has ${columns.length} columns; it needs 1 to ${MOST_COLUMNS} in the property 'columns'`);
  }
  if (new Set(columns).size < columns.length) {
    report.error(name, 'a column is listed twice');
  }
  lintColumnWords(properties, columns, name, report);
  lintGrowth(properties, columns, name, report);
  for (const row of group.components ?? []) {
    lintRow(row, columns, row?.key ?? row?.id ?? '-', report);
  }
}

function lintColumnWords(properties, columns, name, report) {
  for (const column of columns) {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(column)) {
      report.error(name, `the column '${column}' is no key: letters, digits and underscores only`);
    }
    if (!properties[`column.${column}`]) {
      report.warning(name, `the column '${column}' has no property column.${column}`);
    }
    for (const word of [`column.${column}`, `column.${column}.group`]) {
      if (properties[word] && !properties[`${word}.en`]) {
        report.warning(name, `${word} '${properties[word]}' has no property ${word}.en`);
      }
    }
  }
}

function lintGrowth(properties, columns, name, report) {
  if (!['true', 'on', 'false', 'off', undefined].includes(properties.growth)) {
    report.error(name, `growth is '${properties.growth}'; it may be 'true' or 'false'`);
  } else if (['true', 'on'].includes(properties.growth)) {
    if (columns.includes('growth')) {
      report.error(name, "no column may be called 'growth' beside the computed one");
    }
    for (const word of ['growth.of', 'growth.base']) {
      if (!columns.includes(properties[word])) {
        report.error(name, `${word} names the column '${properties[word]}', which the matrix lacks`);
      }
    }
    if (!properties['growth.label']) {
      report.warning(name, 'growth has no property growth.label');
    }
  }
}

function lintRow(row, columns, name, report) {
  const properties = row?.properties ?? {};
  if (row?.type !== 'number' || properties.decision) {
    report.error(name, 'a matrix holds numbers alone');
  }
  const closed = listed(properties.closed);
  for (const word of ['closed', 'required.columns']) {
    for (const key of listed(properties[word])) {
      if (!columns.includes(key)) {
        report.error(name, `${word} names the column '${key}', which the matrix lacks`);
      } else if (word === 'required.columns' && closed.includes(key)) {
        report.error(name, `the column '${key}' is both closed and required`);
      }
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
