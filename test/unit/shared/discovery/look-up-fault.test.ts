import { expect, test } from 'vitest'
import { isAbsence, lookUpCode, type LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Code } from '#shared/finding/codes.ts'

const CASES: readonly (readonly [LookUpFault, Code, 'absent' | 'trouble'])[] = [
  [{ kind: 'name-not-found' }, 'NET_DNS_NONE', 'absent'],
  [{ kind: 'http-status', status: 404, host: 'a.test' }, 'CFG_NOT_FOUND', 'absent'],
  [{ kind: 'refused' }, 'NET_REFUSED', 'absent'],
  [{ kind: 'resolver-failed', detail: 'timeout' }, 'NET_DNS_FAIL', 'trouble'],
  [{ kind: 'offline' }, 'NET_OFFLINE', 'trouble'],
  [{ kind: 'unreachable' }, 'NET_UNREACHABLE', 'trouble'],
  [{ kind: 'disconnected', how: 'reset' }, 'NET_RESET', 'trouble'],
  [{ kind: 'timeout', limitMs: 5 }, 'NET_TIMEOUT', 'trouble'],
  [{ kind: 'cancelled' }, 'CANCELLED', 'trouble'],
  [{ kind: 'not-tls' }, 'TLS_NOT_TLS', 'trouble'],
  [{ kind: 'tls-version' }, 'TLS_OLD', 'trouble'],
  [{ kind: 'tls-failed', reason: 'x' }, 'TLS_HANDSHAKE', 'trouble'],
  [{ kind: 'certificate', problems: ['name-mismatch'] }, 'TLS_NAME', 'trouble'],
  [{ kind: 'certificate', problems: ['expired', 'name-mismatch'] }, 'TLS_NAME', 'trouble'],
  [{ kind: 'certificate', problems: ['unknown-issuer'] }, 'TLS_UNTRUSTED', 'trouble'],
  [{ kind: 'redirect', why: 'insecure' }, 'CFG_INSECURE', 'trouble'],
  [{ kind: 'redirect', why: 'too-many' }, 'CFG_NOT_FOUND', 'trouble'],
  [{ kind: 'document', why: 'too-big' }, 'CFG_TOO_BIG', 'trouble'],
  [{ kind: 'document', why: 'malformed' }, 'CFG_INVALID', 'trouble'],
  [{ kind: 'document', why: 'not-as-announced' }, 'CFG_INVALID', 'trouble'],
  [{ kind: 'document', why: 'no-encryption' }, 'CFG_INSECURE', 'trouble'],
  [{ kind: 'not-http' }, 'CFG_INVALID', 'trouble'],
  [{ kind: 'proxy-refused', reason: 'auth', status: 407 }, 'PROXY_REFUSED', 'trouble'],
]

test.each(CASES)('%o is %s', (fault, code, kind) => {
  expect(lookUpCode(fault)).toBe(code)
  expect(isAbsence(fault)).toBe(kind === 'absent')
})
