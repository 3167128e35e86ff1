/**
 * The editors to look through: one on each version of TypeScript.
 */
import { withProject } from '../declarations.ts';
import { typescript6, typescript7 } from '../typescript.ts';
import { classicEditor } from './classic.ts';
import type { Editor } from './editor.ts';
import { nativeEditor } from './native.ts';
import { sample } from './sample.ts';
import { type Session, startSession } from './session.ts';

/** A way to open the project in a folder. */
export interface EditorKind {
  readonly name: string;
  readonly start: (folder: string) => Editor | Promise<Editor>;
}

export const editorKinds: readonly EditorKind[] = [
  { name: typescript7.name, start: nativeEditor },
  { name: typescript6.name, start: classicEditor },
];

/** Opens the sample in an editor of a kind and calls `use` with it. */
export const withSample = <A>({ start }: EditorKind, use: (session: Session) => Promise<A>): Promise<A> =>
  withProject({ 'model.ts': sample }, async (folder) => {
    const editor = await start(folder);
    try {
      return await use(startSession(editor, 'model.ts', sample));
    } finally {
      await editor.end();
    }
  });
