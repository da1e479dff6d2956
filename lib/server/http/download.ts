/** The answer of a verb whose reply is a file: streamed as it is read, and saved by the browser under this name. */
export class Download {
  readonly fileName: string
  private readonly pieces: AsyncIterable<Uint8Array>
  constructor(fileName: string, pieces: AsyncIterable<Uint8Array>) {
    this.fileName = fileName
    this.pieces = pieces
  }

  response(headers: Record<string, string>): Response {
    return new Response(streamOf(this.pieces), {
      headers: {
        ...headers,
        'content-type': 'text/plain; charset=utf-8',
        // Names are made of cluster names, which are letters, digits and hyphens.
        'content-disposition': `attachment; filename="${this.fileName.replaceAll(/[^\w.-]/g, '_')}"`,
        'x-content-type-options': 'nosniff',
      },
    })
  }
}

/** Reads on only when the browser took what was read; a download that is given up closes the files. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
