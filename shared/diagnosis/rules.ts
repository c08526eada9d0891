import type { Rule } from '#shared/diagnosis/rule.ts'
import { appPassword } from '#shared/diagnosis/rules/app-password.ts'
import { arriveMissing } from '#shared/diagnosis/rules/arrive-missing.ts'
import { basicDisabled } from '#shared/diagnosis/rules/basic-disabled.ts'
import { captive } from '#shared/diagnosis/rules/captive.ts'
import { cancelled } from '#shared/diagnosis/rules/cancelled.ts'
import { clientCertificate } from '#shared/diagnosis/rules/client-certificate.ts'
import { expired } from '#shared/diagnosis/rules/expired.ts'
import { falseNames } from '#shared/diagnosis/rules/false-names.ts'
import { garbage } from '#shared/diagnosis/rules/garbage.ts'
import { intercepted } from '#shared/diagnosis/rules/intercepted.ts'
import { internationalName } from '#shared/diagnosis/rules/international-name.ts'
import { ipv6Only } from '#shared/diagnosis/rules/ipv6-only.ts'
import { nameMismatch } from '#shared/diagnosis/rules/name-mismatch.ts'
import { nameNotFound } from '#shared/diagnosis/rules/name-not-found.ts'
import { noneUsable } from '#shared/diagnosis/rules/none-usable.ts'
import { notTls } from '#shared/diagnosis/rules/not-tls.ts'
import { notYetValid } from '#shared/diagnosis/rules/not-yet-valid.ts'
import { offline } from '#shared/diagnosis/rules/offline.ts'
import { portBlocked } from '#shared/diagnosis/rules/port-blocked.ts'
import { proxyAuth } from '#shared/diagnosis/rules/proxy-auth.ts'
import { proxyNeeded } from '#shared/diagnosis/rules/proxy-needed.ts'
import { proxyRefused } from '#shared/diagnosis/rules/proxy-refused.ts'
import { proxyUnreachable } from '#shared/diagnosis/rules/proxy-unreachable.ts'
import { proxyUnusable } from '#shared/diagnosis/rules/proxy-unusable.ts'
import { refused } from '#shared/diagnosis/rules/refused.ts'
import { reset } from '#shared/diagnosis/rules/reset.ts'
import { resolverFailed } from '#shared/diagnosis/rules/resolver-failed.ts'
import { retiredHost } from '#shared/diagnosis/rules/retired-host.ts'
import { serverDown } from '#shared/diagnosis/rules/server-down.ts'
import { serverProof } from '#shared/diagnosis/rules/server-proof.ts'
import { serversSwapped } from '#shared/diagnosis/rules/servers-swapped.ts'
import { refusals } from '#shared/diagnosis/rules/refusals.ts'
import { starttlsMissing } from '#shared/diagnosis/rules/starttls-missing.ts'
import { starttlsRefused } from '#shared/diagnosis/rules/starttls-refused.ts'
import { tampered } from '#shared/diagnosis/rules/tampered.ts'
import { timedOut } from '#shared/diagnosis/rules/timed-out.ts'
import { tlsExpected } from '#shared/diagnosis/rules/tls-expected.ts'
import { tlsHandshake } from '#shared/diagnosis/rules/tls-handshake.ts'
import { tlsOld } from '#shared/diagnosis/rules/tls-old.ts'
import { tokenRejected } from '#shared/diagnosis/rules/token-rejected.ts'
import { tooBig } from '#shared/diagnosis/rules/too-big.ts'
import { unreachable } from '#shared/diagnosis/rules/unreachable.ts'
import { untrusted } from '#shared/diagnosis/rules/untrusted.ts'
import { unverified } from '#shared/diagnosis/rules/unverified.ts'
import { wrongPassword } from '#shared/diagnosis/rules/wrong-password.ts'
import { wrongService } from '#shared/diagnosis/rules/wrong-service.ts'

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
  resolverFailed,
  offline,
  ipv6Only,
  portBlocked,
  proxyNeeded,
  serverDown,
  refused,
  unreachable,
  tlsExpected,
  timedOut,
  reset,
  // Who answers, and whether the line can be sealed
  serversSwapped,
  wrongService,
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
  noneUsable,
  basicDisabled,
  appPassword,
  tokenRejected,
  wrongPassword,
  // What servers refuse in words and numbers
  ...refusals,
]
