import * as v from 'valibot'
import { secretProblem, userNameProblem } from '#shared/domain/credential-text.ts'
import { parseHostName } from '#shared/domain/host-name.ts'
import { parseEhloName } from '#shared/domain/ehlo-name.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import { MECHANISMS } from '#shared/domain/mechanism.ts'
import { PROTOCOLS, SECURITIES } from '#shared/domain/protocol.ts'
import { SERVICE_ORIGINS } from '#shared/domain/service-origin.ts'
import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { PROGRAM_ENCRYPTIONS, PROGRAM_METHODS } from '#shared/programs/program-account.ts'
import { READABLE_CLIENTS } from '#shared/programs/readers/readers.ts'

/**
 * Run-time checks of everything that comes from a page. Objects are strict: an unknown key, `__proto__` among them,
 * refuses the whole message.
 */
const CONTROL = /\p{Cc}/u

/** A single line of text: no control character can smuggle a second command into a protocol line. */
export function line(maxLength: number) {
  return v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.check((text) => !CONTROL.test(text)),
  )
}

export const address = line(320)
export const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))
export const secret = v.pipe(
  v.string(),
  v.check((text) => secretProblem(text) === null),
)
/** Empty for a service without a sign-in. */
export const userName = v.pipe(
  v.string(),
  v.check((text) => text === '' || userNameProblem(text) === null),
)

/** A name of 253 octets, or an address in brackets; what is longer is not even looked at. */
const LONGEST_HOST = 260

const host = v.pipe(
  v.string(),
  v.maxLength(LONGEST_HOST),
  v.check((text) => {
    const parsed = parseHostName(text)
    return parsed.ok && parsed.value.ascii === text
  }),
)

export const endpoint: v.GenericSchema<unknown, ServerEndpoint> = v.strictObject({
  protocol: v.picklist(PROTOCOLS),
  host,
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  security: v.picklist(SECURITIES),
})

/** SHA-256, upper-case hex pairs joined by colons. */
export const fingerprint = v.pipe(v.string(), v.regex(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/))

export const service = v.strictObject({
  endpoint,
  userName,
  origin: v.picklist(SERVICE_ORIGINS),
  /** The certificate to accept although it is not trusted. */
  pin: v.nullable(fingerprint),
  signIn: v.picklist(SERVICE_SIGN_INS),
})

/** As it was typed; the engine knows what the provider takes of it. `none` takes back the one before. */
export const credential = v.variant('kind', [
  v.strictObject({ kind: v.literal('password'), secret }),
  v.strictObject({ kind: v.literal('app-password'), secret }),
  v.strictObject({ kind: v.literal('token'), secret }),
  v.strictObject({ kind: v.literal('none') }),
])

export type GivenCredential = Readonly<v.InferOutput<typeof credential>>

/** SECURITY: the name becomes part of a protocol line, so it is one that needs no reading any more. */
export const expert: v.GenericSchema<unknown, ExpertSettings> = v.strictObject({
  family: v.nullable(v.picklist([4, 6])),
  mechanism: v.nullable(v.picklist(MECHANISMS)),
  ehloName: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(LONGEST_HOST),
      v.check((text) => parseEhloName(text) === text),
    ),
  ),
})

/** The client ID that the user was given. It goes into URLs and forms, and is escaped there. */
export const oauthClient = v.strictObject({
  id: v.pipe(line(500), v.minLength(1)),
  secret: v.nullable(v.pipe(secret, v.maxLength(500))),
})

/**
 * As the user was told it: `proxy.example.org:8080`, maybe with the kind before it. The engine says which part of it
 * is refused; a name or a password always is.
 */
export const proxy = v.strictObject({
  address: line(300),
  userName: line(255),
  password: v.nullable(v.pipe(line(255), v.minLength(1))),
})

/** Longer than anything a reader of settings lets through. */
const VALUE = line(1_000)

/** An account as a program has it and the page shows it: what it says, and never a place where it was read. */
export const accountOfProgram = {
  client: v.picklist(READABLE_CLIENTS),
  account: v.strictObject({
    name: VALUE,
    address: v.nullable(VALUE),
    services: v.pipe(
      v.array(
        v.strictObject({
          protocol: v.picklist(PROTOCOLS),
          host: VALUE,
          port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
          encryption: v.picklist(PROGRAM_ENCRYPTIONS),
          userName: v.nullable(VALUE),
          method: v.picklist(PROGRAM_METHODS),
          mechanism: v.exactOptional(line(100)),
          certificate: v.picklist(['checked', 'unchecked']),
        }),
      ),
      v.maxLength(50),
      v.readonly(),
    ),
  }),
}

export const nothing = v.strictObject({})

/** As the page calls it, `de`; one without texts falls back to English where it is used. */
export const languageCode = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))

const word = line(255)
/** Far more than the reader of headers hands over. */
const FEW = 64

/** What a page has read in the headers of a saved message; the sender wrote some of it. */
export const messageFacts = v.strictObject({
  fromDomain: v.nullable(word),
  receiver: v.nullable(word),
  verdicts: v.pipe(
    v.array(
      v.strictObject({
        method: v.picklist(['spf', 'dkim', 'dmarc']),
        result: word,
        domain: v.nullable(word),
        proof: v.picklist(['message', 'indication']),
      }),
    ),
    v.maxLength(FEW),
    v.readonly(),
  ),
  setAside: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(['arc', 'other-host']), host: word })),
    v.maxLength(FEW),
    v.readonly(),
  ),
  signatures: v.pipe(
    v.array(v.strictObject({ domain: word, selector: word })),
    v.maxLength(FEW),
    v.readonly(),
  ),
  clientAddress: v.nullable(word),
})
