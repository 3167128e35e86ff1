/**
 * What an editor asks of a language server.
 */

/** A place in a text: line and column, both counted from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A squiggle: the line it begins in, counted from 0, and what it says. */
export interface Squiggle {
  readonly line: number;
  readonly code: number;
  readonly message: string;
}

/** An editor with a project open. Files are named from the project's folder. */
export interface Editor {
  readonly open: (file: string, text: string) => void;
  /** Replaces the text of an open file. */
  readonly change: (file: string, text: string) => void;
  /** What is shown of the name at a position. */
  readonly hover: (file: string, position: Position) => Promise<string>;
  /** The names offered at a position. */
  readonly completions: (file: string, position: Position) => Promise<readonly string[]>;
  readonly squiggles: (file: string) => Promise<readonly Squiggle[]>;
  readonly end: () => Promise<void>;
}
