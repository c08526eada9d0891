import type { Rule } from '#shared/diagnosis/rule.ts'
import { appPassword } from '#shared/diagnosis/rules/sign-in/app-password.ts'
import { arriveMissing } from '#shared/diagnosis/rules/arrive-missing.ts'
import { basicDisabled } from '#shared/diagnosis/rules/sign-in/basic-disabled.ts'
import { captive } from '#shared/diagnosis/rules/network/captive.ts'
import { cancelled } from '#shared/diagnosis/rules/network/cancelled.ts'
import { clientCertificate } from '#shared/diagnosis/rules/encryption/client-certificate.ts'
import { expired } from '#shared/diagnosis/rules/encryption/expired.ts'
import { falseNames } from '#shared/diagnosis/rules/network/false-names.ts'
import { family } from '#shared/diagnosis/rules/network/family.ts'
import { garbage } from '#shared/diagnosis/rules/endpoint/garbage.ts'
import { intercepted } from '#shared/diagnosis/rules/encryption/intercepted.ts'
import { internationalName } from '#shared/diagnosis/rules/sign-in/international-name.ts'
import { ipv6Only } from '#shared/diagnosis/rules/network/ipv6-only.ts'
import { nameMismatch } from '#shared/diagnosis/rules/encryption/name-mismatch.ts'
import { nameNotFound } from '#shared/diagnosis/rules/network/name-not-found.ts'
import { noneUsable } from '#shared/diagnosis/rules/sign-in/none-usable.ts'
import { notTls } from '#shared/diagnosis/rules/encryption/not-tls.ts'
import { notYetValid } from '#shared/diagnosis/rules/encryption/not-yet-valid.ts'
import { offline } from '#shared/diagnosis/rules/network/offline.ts'
import { portBlocked } from '#shared/diagnosis/rules/network/port-blocked.ts'
import { proxyAuth } from '#shared/diagnosis/rules/network/proxy-auth.ts'
import { proxyNeeded } from '#shared/diagnosis/rules/network/proxy-needed.ts'
import { proxyRefused } from '#shared/diagnosis/rules/network/proxy-refused.ts'
import { proxyUnreachable } from '#shared/diagnosis/rules/network/proxy-unreachable.ts'
import { proxyUnusable } from '#shared/diagnosis/rules/network/proxy-unusable.ts'
import { refused } from '#shared/diagnosis/rules/network/refused.ts'
import { reset } from '#shared/diagnosis/rules/network/reset.ts'
import { resolverFailed } from '#shared/diagnosis/rules/network/resolver-failed.ts'
import { retiredHost } from '#shared/diagnosis/rules/endpoint/retired-host.ts'
import { serverDown } from '#shared/diagnosis/rules/network/server-down.ts'
import { serverProof } from '#shared/diagnosis/rules/sign-in/server-proof.ts'
import { serversSwapped } from '#shared/diagnosis/rules/endpoint/servers-swapped.ts'
import { refusals } from '#shared/diagnosis/rules/refusals.ts'
import { starttlsMissing } from '#shared/diagnosis/rules/encryption/starttls-missing.ts'
import { starttlsRefused } from '#shared/diagnosis/rules/encryption/starttls-refused.ts'
import { tampered } from '#shared/diagnosis/rules/endpoint/tampered.ts'
import { timedOut } from '#shared/diagnosis/rules/network/timed-out.ts'
import { tlsExpected } from '#shared/diagnosis/rules/encryption/tls-expected.ts'
import { tlsHandshake } from '#shared/diagnosis/rules/encryption/tls-handshake.ts'
import { tlsOld } from '#shared/diagnosis/rules/encryption/tls-old.ts'
import { tokenRejected } from '#shared/diagnosis/rules/sign-in/token-rejected.ts'
import { tooBig } from '#shared/diagnosis/rules/endpoint/too-big.ts'
import { unreachable } from '#shared/diagnosis/rules/network/unreachable.ts'
import { untrusted } from '#shared/diagnosis/rules/encryption/untrusted.ts'
import { unverified } from '#shared/diagnosis/rules/sign-in/unverified.ts'
import { wrongPassword } from '#shared/diagnosis/rules/sign-in/wrong-password.ts'
import { wrongService } from '#shared/diagnosis/rules/endpoint/wrong-service.ts'

/**
 * Every rule, in the order in which they are asked: the particular before the general. A new one is a file in
 * `rules/` and a line here.
 */
export const RULES: readonly Rule[] = [
  cancelled,
  // The test message
  arriveMissing,
  // The way there, through a proxy first
  proxyUnreachable,
  proxyUnusable,
  proxyAuth,
  proxyRefused,
  retiredHost,
  captive,
  falseNames,
  nameNotFound,
  family,
  resolverFailed,
  offline,
  ipv6Only,
  portBlocked,
  proxyNeeded,
  serverDown,
  refused,
  unreachable,
  // Which server answers
  serversSwapped,
  wrongService,
  tlsExpected,
  timedOut,
  reset,
  // Whether the connection can be encrypted
  notTls,
  tlsOld,
  clientCertificate,
  tlsHandshake,
  intercepted,
  nameMismatch,
  notYetValid,
  expired,
  untrusted,
  starttlsMissing,
  starttlsRefused,
  tampered,
  tooBig,
  garbage,
  // Signing in
  internationalName,
  unverified,
  serverProof,
  basicDisabled,
  noneUsable,
  appPassword,
  tokenRejected,
  wrongPassword,
  // What servers refuse, by the meaning of the reply
  ...refusals,
]
