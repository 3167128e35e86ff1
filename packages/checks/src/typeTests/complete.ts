/**
 * Which functions the statements of type tests are about.
 */
import { type ArrayExpressionElement, type Expression, parseSync, type Statement } from 'oxc-parser';
import type { SourceFile } from '../workspace.ts';

/** Calls of what stands in their arguments. */
const passesOn = 'pipe';

/** The functions that an expression calls, or hands to `pipe`; not those that make the arguments. */
const subjectsOf = (expression: Expression): readonly string[] => {
  if (expression.type === 'Identifier') return [expression.name];
  if (expression.type === 'MemberExpression') return subjectsOf(expression.object);
  if (expression.type === 'TSAsExpression') return subjectsOf(expression.expression);
  if (expression.type === 'ArrayExpression') return expression.elements.flatMap(subjectsOfElement);
  if (expression.type === 'CallExpression') {
    const callee = subjectsOf(expression.callee);
    return callee.includes(passesOn) ? expression.arguments.flatMap(subjectsOfElement) : callee;
  }
  if (expression.type !== 'ArrowFunctionExpression') return [];
  return expression.body.type === 'BlockStatement'
    ? expression.body.body.flatMap(subjectsOfStatement)
    : subjectsOf(expression.body);
};

const subjectsOfElement = (element: ArrayExpressionElement): readonly string[] =>
  element === null || element.type === 'SpreadElement' ? [] : subjectsOf(element);

const subjectsOfStatement = (statement: Statement): readonly string[] => {
  if (statement.type === 'ExpressionStatement') return subjectsOf(statement.expression);
  if (statement.type === 'ReturnStatement') return statement.argument === null ? [] : subjectsOf(statement.argument);
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'VariableDeclaration'
    ? declaration.declarations.flatMap(({ init }) => (init === null ? [] : subjectsOf(init)))
    : [];
};

/** The names of a package that a file imports. That they are used is the linter's to see. */
export const importedFrom = (specifier: string, { path, text }: SourceFile): readonly string[] =>
  parseSync(path, text)
    .module.staticImports.filter(({ moduleRequest }) => moduleRequest.value === specifier)
    .flatMap(({ entries }) => entries.flatMap(({ importName }) => importName.name ?? []));

/** The names of a package that a file imports and has a statement about. */
export const subjectsFrom = (specifier: string, file: SourceFile): readonly string[] => {
  const about = new Set(parseSync(file.path, file.text).program.body.flatMap(subjectsOfStatement));
  return importedFrom(specifier, file).filter((name) => about.has(name));
};
