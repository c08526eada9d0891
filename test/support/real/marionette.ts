import { createConnection, type Socket } from 'node:net'

/** The remote control of Mozilla's programs: commands and answers as JSON behind its length (Marionette, protocol 3). */
export interface Marionette {
  /**
   * Runs the body of an async function with the rights of the program itself, and gives what it returns. A dialogue that
   * opens and is still open then is an error.
   */
  readonly run: (body: string, ...args: readonly unknown[]) => Promise<unknown>
  /** Lets the program end by itself, as a user would. */
  readonly quit: () => Promise<void>
}

/** A dialogue that waits for the user keeps the program from answering. */
const PATIENCE_MS = 40_000

type Answer = readonly [kind: number, id: number, error: { readonly message: string } | null, result: unknown]

export async function connectMarionette(port: number): Promise<Marionette> {
  const line = await openLine(port)
  await line.ask('WebDriver:NewSession', {})
  await line.ask('Marionette:SetContext', { value: 'chrome' })
  return {
    run: async (body, ...args) => {
      const work = `const [...args] = arguments; const done = args.pop();
        window.work = (async () => { ${body} })().then((value) => ({ value }), (error) => ({ error: String(error) }));
        window.work.then(done);`
      let result = await execute(line, work, args)
      // A dialogue that opens ends the waiting, but not the work.
      while (result === null) {
        const question = await line.ask('WebDriver:GetAlertText', {}).catch(() => null)
        if (question !== null) throw new Error(`asked: ${JSON.stringify(question)}`)
        result = await execute(line, 'window.work.then(arguments[0]);', [])
      }
      const { error, value } = result
      if (error !== undefined) throw new Error(error)
      return value
    },
    quit: async () => {
      await line.ask('Marionette:Quit', { flags: ['eAttemptQuit'] })
      line.socket.destroy()
    },
  }
}

interface Result {
  readonly error?: string
  readonly value?: unknown
}

/** `null` when a dialogue has opened meanwhile. */
async function execute(line: Line, script: string, args: readonly unknown[]): Promise<Result | null> {
  const answer = await line.ask('WebDriver:ExecuteAsyncScript', { script, args, scriptTimeout: 30_000 })
  return (answer as { readonly value: Result | null }).value
}

interface Line {
  readonly socket: Socket
  readonly ask: (command: string, parameters: unknown) => Promise<unknown>
}

function openLine(port: number): Promise<Line> {
  const socket = createConnection({ host: '127.0.0.1', port })
  const pending = new Map<number, (answer: Answer) => void>()
  let lastId = 0
  let received = Buffer.alloc(0)
  const ask = (command: string, parameters: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId
      const give = (problem: string) => reject(new Error(`${command}: ${problem}`))
      const timer = setTimeout(give, PATIENCE_MS, 'no answer')
      pending.set(id, ([, , error, result]) => {
        clearTimeout(timer)
        pending.delete(id)
        if (error === null) resolve(result)
        else give(error.message)
      })
      const text = JSON.stringify([0, id, command, parameters])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => {
      for (const end of pending.values()) end([1, 0, { message: 'the program has ended' }, null])
    })
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      for (;;) {
        const [head, length = ''] = /^(\d+):/.exec(received.subarray(0, 16).toString('latin1')) ?? []
        if (head === undefined || received.length < head.length + Number(length)) return
        const text = received.subarray(head.length, head.length + Number(length)).toString('utf8')
        received = received.subarray(head.length + Number(length))
        const message: unknown = JSON.parse(text)
        // The first is a greeting, and no answer.
        if (Array.isArray(message)) pending.get(Number(message[1]))?.(message as unknown as Answer)
        else resolve({ socket, ask })
      }
    })
  })
}
