import { textLines } from '#shared/programs/text-lines.ts'

/** A word of the file without its quotes, and where it stands with them. */
export interface FetchmailWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** What a poll has under one name, and which words of the file say so: two where there is a value. */
export interface FetchmailOption {
  readonly value: string
  readonly words: readonly FetchmailWord[]
  /** `user`: said behind the user, and of that one alone. */
  readonly of: 'defaults' | 'server' | 'user'
}

export interface FetchmailPoll {
  readonly host: FetchmailWord
  readonly values: Map<string, FetchmailOption>
  /** Behind it more of this user can be said. */
  last: FetchmailWord
}

type Values = FetchmailPoll['values']

/** The words that take the next one as their value; every other one stands alone, or is none that is needed. */
const VALUED: Readonly<Record<string, string>> = {
  via: 'via',
  proto: 'protocol',
  protocol: 'protocol',
  port: 'port',
  service: 'port',
  auth: 'auth',
  authenticate: 'auth',
  sslproto: 'sslproto',
  password: 'password',
  pass: 'password',
}

/** Every user of every server, with what holds for it. */
export function fetchmailPolls(text: string): readonly FetchmailPoll[] {
  const words = fetchmailWords(text)
  const polls: FetchmailPoll[] = []
  let defaults: Values = new Map()
  let ofServer: Values = defaults
  let poll: FetchmailPoll | null = null
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined) break
    const next = words[at + 1] ?? { word: '', start: word.end, end: word.end }
    at += /^(?:poll|server|skip|user|username|no)$/.test(word.word) || word.word in VALUED ? 1 : 0
    const last = words[at] ?? word
    if (word.word === 'defaults') defaults = ofServer = new Map()
    else if (/^(?:poll|server|skip)$/.test(word.word)) {
      poll = { host: next, values: new Map(defaults), last }
      polls.push(poll)
    } else if (/^user(?:name)?$/.test(word.word)) {
      // What stands in front of the first user is of the server, what stands behind one is of that user alone.
      if (poll?.values.has('user') === true) {
        poll = { host: poll.host, values: new Map(ofServer), last }
        polls.push(poll)
      } else ofServer = new Map(poll?.values)
      poll?.values.set('user', { value: next.word, words: [word, next], of: 'user' })
    } else setOption(poll, defaults, [word, next])
    if (poll !== null && word.word !== 'defaults') poll.last = last
  }
  return polls
}

/** `no` takes back what the next word says. */
function setOption(
  poll: FetchmailPoll | null,
  defaults: Values,
  [word, next]: readonly [FetchmailWord, FetchmailWord],
): void {
  const values = poll?.values ?? defaults
  const of = poll === null ? 'defaults' : poll.values.has('user') ? 'user' : 'server'
  const name = VALUED[word.word]
  if (word.word === 'no') {
    values.delete(next.word)
    values.set(`no ${next.word}`, { value: '', words: [word, next], of })
  } else if (name === undefined) values.set(word.word, { value: '', words: [word], of })
  else values.set(name, { value: next.word, words: [word, next], of })
}

/** Words between blanks, in quotes or without; a number sign within quotes begins no comment. */
function fetchmailWords(text: string): readonly FetchmailWord[] {
  return textLines(text).flatMap(({ text: line, start }) => {
    const said = /^(?:"[^"]*"|'[^']*'|[^#"'])*/.exec(line)?.[0] ?? line
    return [...said.replace(/^\uFEFF/, ' ').matchAll(WORD)].map((match) => ({
      word: match[1] ?? match[2] ?? match[0],
      start: start + match.index,
      end: start + match.index + match[0].length,
    }))
  })
}

const WORD = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[^\s"']+/g
