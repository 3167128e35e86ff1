/**
 * Messages on a stream, each with a header that gives its length: how language servers speak.
 */

const separator = '\r\n\r\n';

/** A listener for chunks of a stream that calls `receive` with each message, parsed. */
export const frames = (receive: (message: unknown) => void): ((chunk: Buffer) => void) => {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const header = rest.indexOf(separator);
      if (header < 0) return;
      const start = header + separator.length;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, header))?.[1]);
      if (rest.length < start + length) return;
      const text = rest.toString('utf8', start, start + length);
      rest = rest.subarray(start + length);
      receive(JSON.parse(text));
    }
  };
};

/** A message with its header. */
export const framed = (message: unknown): string => {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}${separator}${text}`;
};
