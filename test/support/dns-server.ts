import { createSocket, type RemoteInfo } from 'node:dgram'
import { decode, encode, type Answer, type Question } from 'dns-packet'

/** What the name server says to one question: records, an RCODE, nothing at all, or octets that are no answer. */
export type DnsAnswer = readonly Answer[] | 'NXDOMAIN' | 'SERVFAIL' | 'REFUSED' | 'silence' | 'garbage'

export interface DnsServer {
  /** `127.0.0.1:PORT`, as `--dns` takes it. */
  readonly address: string
  /** Every question, `TYPE name`, in the order of arrival. */
  readonly questions: readonly string[]
  stop(): Promise<void>
}

const RCODES = { SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const
const RECURSION_AVAILABLE = 0x80

/** A real name server on loopback (RFC 1035 over UDP) that answers as it is told. */
export async function startDnsServer(answer: (question: Question) => DnsAnswer): Promise<DnsServer> {
  const questions: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (message: Buffer, from: RemoteInfo) => {
    const { id, questions: [question] = [] } = decode(message)
    if (question === undefined) return
    questions.push(`${question.type} ${question.name}`)
    const reply = replyTo(id ?? 0, question, answer(question))
    if (reply !== null) socket.send(reply, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address()
  return {
    address: `127.0.0.1:${port}`,
    questions,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function replyTo(id: number, question: Question, answer: DnsAnswer): Buffer | null {
  if (answer === 'silence') return null
  if (answer === 'garbage') return Buffer.from('this is not a DNS message')
  const isRefusal = typeof answer === 'string'
  return encode({
    type: 'response',
    id,
    flags: RECURSION_AVAILABLE | (isRefusal ? RCODES[answer] : 0),
    questions: [question],
    answers: isRefusal ? [] : [...answer],
  })
}
