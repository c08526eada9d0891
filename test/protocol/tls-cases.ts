import type { Code } from '#shared/finding/codes.ts'
import type { Conversation, ServerTls } from '#engine/practice/kit/conversation.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { authority, HOST, scanner, serverTls, stranger } from '../support/certificates.ts'

/** How a server presents itself, and what must come of it. In no case may a password be sent. */
export interface TlsCase {
  readonly id: string
  readonly name: string
  readonly tls: () => Promise<ServerTls>
  readonly code: Code
}

const DAY_MS = 86_400_000
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS)

/** Certificates that do not prove the host (RFC 5280, RFC 9525). */
export const CERTIFICATE_CASES: readonly TlsCase[] = [
  {
    id: '33',
    name: 'the certificate names another host',
    tls: () => serverTls({ dnsNames: ['other.example.test'] }),
    code: 'TLS_NAME',
  },
  {
    id: '33',
    name: 'the certificate is valid for a name below this one',
    tls: () => serverTls({ dnsNames: [`sub.${HOST}`] }),
    code: 'TLS_NAME',
  },
  {
    id: '34',
    name: 'the host is only in the common name',
    tls: () => serverTls({ dnsNames: [], commonName: HOST }),
    code: 'TLS_NAME',
  },
  {
    id: '34',
    name: 'the wildcard covers a part of a label',
    tls: () => serverTls({ dnsNames: ['ma*.example.test'] }),
    code: 'TLS_NAME',
  },
  {
    id: '34',
    name: 'the wildcard covers two labels',
    tls: () => serverTls({ dnsNames: ['*.test'] }),
    code: 'TLS_NAME',
  },
  {
    id: '34',
    name: 'the wildcard stands for everything',
    tls: () => serverTls({ dnsNames: ['*'] }),
    code: 'TLS_NAME',
  },
  {
    id: '35',
    name: 'the certificate has expired',
    tls: () => serverTls({ notBefore: daysFromNow(-90), notAfter: daysFromNow(-1) }),
    code: 'TLS_EXPIRED',
  },
  {
    id: '35',
    name: 'the certificate is not valid yet',
    tls: () => serverTls({ notBefore: daysFromNow(5), notAfter: daysFromNow(90) }),
    code: 'TLS_CLOCK',
  },
  {
    id: '36',
    name: 'a virus scanner has signed',
    tls: () => serverTls({}, scanner),
    code: 'TLS_INTERCEPTED',
  },
  {
    id: '37',
    name: 'the key is too short to be safe',
    tls: async () => ({ ...(await serverTls({ key: 'rsa-1024' })), ciphers: 'DEFAULT@SECLEVEL=0' }),
    code: 'TLS_OLD',
  },
  {
    id: '36',
    name: 'the certificate is self-signed',
    tls: () => authority.issueSelfSigned({ dnsNames: [HOST] }),
    code: 'TLS_UNTRUSTED',
  },
  {
    id: '36',
    name: 'the authority is unknown',
    tls: () => serverTls({}, stranger),
    code: 'TLS_UNTRUSTED',
  },
]

/** Handshakes that end without a certificate to judge. */
export const HANDSHAKE_CASES: readonly TlsCase[] = [
  {
    id: '37',
    name: 'the server supports TLS 1.1 at most',
    tls: async () => ({
      ...(await serverTls()),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    }),
    code: 'TLS_OLD',
  },
  {
    id: '38',
    name: 'the server demands a certificate from us',
    tls: async () => ({ ...(await serverTls()), requestClientCertificate: 'required' }),
    code: 'TLS_CLIENT_CERT',
  },
  {
    id: '38',
    name: 'the server demands a certificate from us in TLS 1.2',
    tls: async () => ({
      ...(await serverTls()),
      maxVersion: 'TLSv1.2',
      requestClientCertificate: 'required',
    }),
    code: 'TLS_HANDSHAKE',
  },
]

/** What may stand behind a port that should begin with TLS. */
export interface RawCase {
  readonly id: string
  readonly name: string
  readonly act: (conversation: Conversation, protocol: Protocol) => Promise<void>
  readonly code: Code
}

const FATAL = 2
const HANDSHAKE_FAILURE = 40
const record = (type: number, ...body: readonly number[]) =>
  Buffer.from([type, 3, 3, body.length >> 8, body.length & 0xff, ...body])

const GREETINGS: Readonly<Record<Protocol, string>> = {
  smtp: '220 mail.example.test ESMTP',
  imap: '* OK ready',
  pop3: '+OK ready',
}

export const RAW_CASES: readonly RawCase[] = [
  {
    id: '13',
    name: 'a greeting in the clear',
    act: async (conversation, protocol) => {
      conversation.send(GREETINGS[protocol])
      await conversation.silence()
    },
    code: 'TLS_NOT_TLS',
  },
  {
    id: '39',
    name: 'a fatal alert instead of an answer',
    act: async (conversation) => {
      await conversation.sendRaw(record(21, FATAL, HANDSHAKE_FAILURE))
      await conversation.silence()
    },
    code: 'TLS_HANDSHAKE',
  },
  {
    id: '40',
    name: 'a handshake message that makes no sense',
    act: async (conversation) => {
      await conversation.sendRaw(record(22, 2, 0, 0, 4, 0xde, 0xad, 0xbe, 0xef))
      await conversation.silence()
    },
    code: 'TLS_HANDSHAKE',
  },
  {
    id: '7',
    name: 'silence',
    act: (conversation) => conversation.silence(),
    code: 'NET_TIMEOUT',
  },
  {
    id: '25',
    name: 'a connection that breaks during the handshake',
    act: async (conversation) => {
      await conversation.pause(50)
      conversation.reset()
    },
    code: 'NET_RESET',
  },
  {
    id: '25',
    name: 'a server that hangs up without a word',
    act: async (conversation) => conversation.close(),
    code: 'NET_RESET',
  },
]
