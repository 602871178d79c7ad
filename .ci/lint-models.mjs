// Lints every model in processes/, every form in forms/ and every template in .camunda/element-templates/.
//
//   node .ci/lint-models.mjs [--strict] [folder]
//
// Prints one line a problem: file: element: problem. Missing English names are warnings; --strict makes them errors.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintBpmn } from './lint-bpmn.mjs';
import { lintDmn } from './lint-dmn.mjs';
import { lintForm } from './lint-form.mjs';
import { lintTemplates } from './lint-templates.mjs';

const MODELS = { '.bpmn': lintBpmn, '.dmn': lintDmn, '.form': lintForm };
const FOLDERS = {
  processes: MODELS,
  forms: MODELS,
  '.camunda/element-templates': { '.json': lintTemplates }
};

const strict = process.argv.includes('--strict');
const root = path.resolve(
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ??
    path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const errors = [];
const warnings = [];

const files = Object.entries(FOLDERS).flatMap(([folder, linters]) =>
  filesIn(folder).map((file) => ({ file, linters })));
const defined = new Map(); // 'process some-id' -> the file that defines it
const references = []; // { file, element, kind, id }

for (const { file, linters } of files) {
  const lint = linters[path.extname(file)];
  const report = {
    error: (element, problem) => errors.push(`${file}: ${element}: ${problem}`),
    warning: (element, problem) => warnings.push(`${file}: ${element}: ${problem}`),
    defines: (kind, id) => define(file, kind, id),
    refersTo: (element, kind, id) => references.push({ file, element, kind, id })
  };
  if (!lint) {
    report.error('-', `only ${Object.keys(linters).join(', ')} files belong here`);
    continue;
  }
  // Folders vanish when files are deployed.
  define(file, 'file name', path.basename(file).toLowerCase());
  await lint(fs.readFileSync(path.join(root, file), 'utf8'), report);
}

for (const { file, element, kind, id } of references) {
  if (!defined.has(`${kind} ${id}`)) {
    errors.push(`${file}: ${element}: refers to ${kind} '${id}', which no file defines`);
  }
}
if (files.length === 0) {
  errors.push(`${root}: -: no models found`);
}

warnings.forEach((line) => console.log(`${strict ? 'error  ' : 'warning'} ${line}`));
errors.forEach((line) => console.log(`error   ${line}`));
console.log(`Models: ${files.length} files, ${errors.length} errors, ${warnings.length} English names missing`);
process.exitCode = errors.length > 0 || (strict && warnings.length > 0) ? 1 : 0;

function filesIn(folder) {
  const start = path.join(root, folder);
  if (!fs.existsSync(start)) {
    return [];
  }
  return fs.readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function define(file, kind, id) {
  const name = `${kind} ${id}`;
  if (defined.has(name)) {
    errors.push(`${file}: ${id}: this ${kind} is taken by ${defined.get(name)}`);
  } else {
    defined.set(name, file);
  }
}
