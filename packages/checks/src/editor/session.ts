/**
 * A text that is edited in an editor, found by what is written in it.
 */
import type { Editor, Position, Squiggle } from './editor.ts';

const positionAt = (text: string, offset: number): Position => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
};

/** The position of the cursor in a snippet of the text, where the snippet has a `|`. */
const cursorIn = (text: string, snippet: string): Position => {
  const code = snippet.replace('|', '');
  const offset = text.indexOf(code);
  if (offset < 0) throw new Error(`the text has no '${code}'`);
  return positionAt(text, offset + snippet.indexOf('|'));
};

/** An edit: what is replaced where it first stands, and by what. */
export type Edit = readonly [from: string, to: string];

/** A file open in an editor. A snippet names a place by the code around it, with `|` for the cursor. */
export interface Session {
  /** Replaces the text by the first one, edited. */
  readonly edit: (...edits: readonly Edit[]) => void;
  readonly hover: (snippet: string) => Promise<string>;
  readonly completions: (snippet: string) => Promise<readonly string[]>;
  readonly squiggles: () => Promise<readonly Squiggle[]>;
  /** The line of the text that a squiggle stands in. */
  readonly lineOf: (squiggle: Squiggle) => string;
}

/** Opens a file with a text. */
export const startSession = (editor: Editor, file: string, first: string): Session => {
  let text = first;
  editor.open(file, first);
  return {
    edit: (...edits) => {
      text = edits.reduce((before, [from, to]) => {
        if (!before.includes(from)) throw new Error(`the text has no '${from}'`);
        return before.replace(from, () => to);
      }, first);
      editor.change(file, text);
    },
    hover: (snippet) => editor.hover(file, cursorIn(text, snippet)),
    completions: (snippet) => editor.completions(file, cursorIn(text, snippet)),
    squiggles: () => editor.squiggles(file),
    lineOf: ({ line }) => text.split('\n')[line]?.trim() ?? '',
  };
};
