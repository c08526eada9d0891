import type { Socket } from 'node:net'
import type { Evidence, PasswordTrace } from '#shared/domain/evidence.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Redactor } from '#shared/report/redact.ts'
import { interruptAfter } from '#engine/interruption.ts'
import type { Limits } from '#engine/limits.ts'
import { sendMessage, watchForMessage } from '#engine/probe/deliver.ts'
import { findInFreshSession } from '#engine/probe/fresh-session.ts'
import { isNameBeyond } from '#engine/probe/international-name.ts'
import { OpenSockets } from '#engine/connection/open-sockets.ts'
import { askCapabilities, openLine, type OpenLine } from '#engine/probe/open-line.ts'
import { StageContext, type StageOrder } from '#engine/connection/stage-context.ts'
import { reach } from '#engine/connection/reach.ts'
import { signInOver } from '#engine/probe/sign-in-over.ts'
import { mechanismsFor, type ProbeSignIn } from '#engine/probe/sign-in.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Dialogue, Retrieval, ServerCapabilities } from '#engine/protocols/dialogue.ts'
import { useRelay, type ProbeRelay } from '#engine/probe/use-relay.ts'
import { Transcript } from '#engine/transcript.ts'

export interface ProbeRequest extends StageOrder {
  readonly endpoint: ServerEndpoint
  /** How to get in; `null`: go as far as possible without. */
  readonly entry: ProbeSignIn | ProbeRelay | null
  readonly redact: Redactor
}

/**
 * Walks one endpoint from its name to its mailbox and writes down what happens. It never throws for what a server
 * does, never explains, and leaves no socket behind.
 */
export async function probe(request: ProbeRequest, tools: ProbeTools): Promise<Evidence> {
  const deadline = interruptAfter(patienceFor(request, tools.limits), request.signal)
  const transcript = new Transcript(request.redact, request.now)
  const context = new StageContext({ ...request, limits: tools.limits, signal: deadline.signal, transcript })
  const sockets = new OpenSockets(tools.dialer)
  const walk = new Walk(request, context, tools, sockets)
  try {
    await walk.run()
  } finally {
    sockets.destroyAll()
    deadline.end()
  }
  return {
    endpoint: request.endpoint,
    stages: context.records,
    transcript: transcript.lines(),
    ...walk.passwordTrace,
  }
}

/** IMAP asks for up to five things in one flight, and a server that is held up takes its time for each of them. */
const MAILBOX_ANSWERS = 5

/** A look that takes a sign-in of its own is taken less often: servers count sign-ins. */
const SIGN_IN_PAUSES = 5

/** Waiting for a message to arrive takes its own time. */
function patienceFor({ entry }: ProbeRequest, { endpointMs, sendMs, arriveMs }: Limits): number {
  return entry === null || entry.delivery === null ? endpointMs : endpointMs + sendMs + arriveMs
}

class Walk {
  readonly #request: ProbeRequest
  readonly #context: StageContext
  readonly #tools: ProbeTools
  readonly #sockets: OpenSockets
  #socket: Socket | null = null
  #open: OpenLine | null = null
  /** By which the latest sign-in was tried. */
  #mechanism: string | undefined

  constructor(request: ProbeRequest, context: StageContext, tools: ProbeTools, sockets: OpenSockets) {
    this.#request = request
    this.#context = context
    this.#tools = { ...tools, dialer: sockets }
    this.#sockets = sockets
  }

  get passwordTrace(): PasswordTrace {
    return this.#open?.line.passwordTrace ?? { passwordSent: 'no' }
  }

  async run(): Promise<Outcome<null, Fault>> {
    const open = await this.#reach(this.#context)
    if (!open.ok) return open
    const capabilities = await askCapabilities(open.value.dialogue, this.#context)
    if (!capabilities.ok) return capabilities
    const entered = await this.#enter(open.value, capabilities.value)
    if (!entered.ok) return entered
    if (this.#open !== null) this.#takeLeave(this.#open.dialogue)
    return ok(null)
  }

  async #reach(context: StageContext): Promise<Outcome<OpenLine, Fault>> {
    const { endpoint } = this.#request
    const socket = await reach(endpoint, context, this.#tools)
    if (!socket.ok) return socket
    this.#socket = socket.value
    const open = await openLine(socket.value, endpoint, context, this.#tools)
    if (open.ok) this.#open = open.value
    return open
  }

  async #enter(open: OpenLine, capabilities: ServerCapabilities): Promise<Outcome<null, Fault>> {
    const { entry } = this.#request
    if (entry === null) {
      this.#context.skip('login', { why: 'not-asked' })
      return ok(null)
    }
    if (entry.kind === 'relay') {
      const { dialogue } = open
      if (dialogue.kind !== 'submission') throw new Error('Only what hands mail in can be a relay')
      return useRelay(dialogue, entry, this.#context)
    }
    const signedIn = await this.#signIn(open, entry, capabilities)
    if (!signedIn.ok) return signedIn
    const { dialogue: entered } = signedIn.value
    if (entered.kind === 'retrieval') return this.#receive(entered, entry)
    return entry.delivery === null ? ok(null) : sendMessage(entered, entry.delivery, this.#context)
  }

  #takeLeave(dialogue: Dialogue): void {
    if (this.#socket === null) return
    dialogue.quit()
    this.#sockets.release(this.#socket)
    this.#socket = null
  }

  async #signIn(
    open: OpenLine,
    entry: ProbeSignIn,
    capabilities: ServerCapabilities,
  ): Promise<Outcome<OpenLine, Fault>> {
    const { address, service, credential, mayProceed } = entry
    const { protocol } = service.endpoint
    return this.#context.stage('login', this.#context.limits.loginMs, async ({ signal, note }) => {
      note({ userName: service.userName })
      if (isNameBeyond(capabilities, { protocol, address, userName: service.userName }))
        return fail({ kind: 'international-name' })
      const objection = await mayProceed(signal)
      if (objection !== null) return fail(objection)
      const mechanisms = mechanismsFor(entry, this.#tools)
      const signedIn = await signInOver(open, {
        exchange: { userName: service.userName, credential, mechanisms },
        capabilities,
        onWay: ({ name, method }) => {
          this.#mechanism = name
          note({ method })
        },
        reopen: () => this.#reach(this.#context.outOfSight()),
      })
      // A server that says yes before it has seen anything says nothing about the password.
      return signedIn.ok && signedIn.value.line.passwordSent === 'no' ? fail({ kind: 'preauth' }) : signedIn
    })
  }

  async #receive(dialogue: Retrieval, signIn: ProbeSignIn): Promise<Outcome<null, Fault>> {
    const opened = await this.#openMailbox(dialogue)
    if (!opened.ok || signIn.delivery === null) return opened
    const { delivery } = signIn
    const { inbox } = dialogue
    const { token } = delivery.message
    const { arrivePollMs } = this.#context.limits
    if (inbox.noticesNewMail)
      return watchForMessage(() => inbox.find(token), delivery, arrivePollMs, this.#context)
    this.#takeLeave(dialogue)
    // One that failed before it would fail at each look, and a server may count it.
    const again = { ...signIn, onlyMechanism: this.#mechanism }
    const look = () => findInFreshSession(token, again, this.#context, this.#tools)
    return watchForMessage(look, delivery, arrivePollMs * SIGN_IN_PAUSES, this.#context)
  }

  async #openMailbox(dialogue: Retrieval): Promise<Outcome<null, Fault>> {
    const limitMs = MAILBOX_ANSWERS * this.#context.limits.replyMs
    const opened = await this.#context.stage('mailbox', limitMs, async ({ note }) => {
      const result = await dialogue.openMailbox()
      if (result.ok) note(result.value)
      return result
    })
    return opened.ok ? ok(null) : opened
  }
}
