import type { Rule } from '#shared/diagnosis/rule.ts'
import { appPassword } from '#shared/diagnosis/rules/app-password.ts'
import { arriveMissing } from '#shared/diagnosis/rules/arrive-missing.ts'
import { basicDisabled } from '#shared/diagnosis/rules/basic-disabled.ts'
import { busy } from '#shared/diagnosis/rules/busy.ts'
import { captive } from '#shared/diagnosis/rules/captive.ts'
import { cancelled } from '#shared/diagnosis/rules/cancelled.ts'
import { clientCertificate } from '#shared/diagnosis/rules/client-certificate.ts'
import { conditionalAccess } from '#shared/diagnosis/rules/conditional-access.ts'
import { encryptionRequired } from '#shared/diagnosis/rules/encryption-required.ts'
import { expired } from '#shared/diagnosis/rules/expired.ts'
import { falseNames } from '#shared/diagnosis/rules/false-names.ts'
import { garbage } from '#shared/diagnosis/rules/garbage.ts'
import { intercepted } from '#shared/diagnosis/rules/intercepted.ts'
import { internationalName } from '#shared/diagnosis/rules/international-name.ts'
import { ipv6Only } from '#shared/diagnosis/rules/ipv6-only.ts'
import { locked } from '#shared/diagnosis/rules/locked.ts'
import { loginRequired } from '#shared/diagnosis/rules/login-required.ts'
import { mailboxBroken } from '#shared/diagnosis/rules/mailbox-broken.ts'
import { mechanism } from '#shared/diagnosis/rules/mechanism.ts'
import { nameMismatch } from '#shared/diagnosis/rules/name-mismatch.ts'
import { nameNotFound } from '#shared/diagnosis/rules/name-not-found.ts'
import { noneUsable } from '#shared/diagnosis/rules/none-usable.ts'
import { notTls } from '#shared/diagnosis/rules/not-tls.ts'
import { notYetValid } from '#shared/diagnosis/rules/not-yet-valid.ts'
import { offline } from '#shared/diagnosis/rules/offline.ts'
import { passwordExpired } from '#shared/diagnosis/rules/password-expired.ts'
import { portBlocked } from '#shared/diagnosis/rules/port-blocked.ts'
import { proxyAuth } from '#shared/diagnosis/rules/proxy-auth.ts'
import { proxyNeeded } from '#shared/diagnosis/rules/proxy-needed.ts'
import { proxyRefused } from '#shared/diagnosis/rules/proxy-refused.ts'
import { proxyUnreachable } from '#shared/diagnosis/rules/proxy-unreachable.ts'
import { proxyUnusable } from '#shared/diagnosis/rules/proxy-unusable.ts'
import { referral } from '#shared/diagnosis/rules/referral.ts'
import { refused } from '#shared/diagnosis/rules/refused.ts'
import { reset } from '#shared/diagnosis/rules/reset.ts'
import { resolverFailed } from '#shared/diagnosis/rules/resolver-failed.ts'
import { retiredHost } from '#shared/diagnosis/rules/retired-host.ts'
import { securityDefaults } from '#shared/diagnosis/rules/security-defaults.ts'
import { sendAsDenied } from '#shared/diagnosis/rules/send-as-denied.ts'
import { sendBlocked } from '#shared/diagnosis/rules/send-blocked.ts'
import { sendMailboxFull } from '#shared/diagnosis/rules/send-mailbox-full.ts'
import { sendRate } from '#shared/diagnosis/rules/send-rate.ts'
import { sendRecipientUnknown } from '#shared/diagnosis/rules/send-recipient-unknown.ts'
import { sendRelayDenied } from '#shared/diagnosis/rules/send-relay-denied.ts'
import { sendTooBig } from '#shared/diagnosis/rules/send-too-big.ts'
import { serverDown } from '#shared/diagnosis/rules/server-down.ts'
import { serverProof } from '#shared/diagnosis/rules/server-proof.ts'
import { serverRejected } from '#shared/diagnosis/rules/server-rejected.ts'
import { serversSwapped } from '#shared/diagnosis/rules/servers-swapped.ts'
import { smtpDisabledMailbox } from '#shared/diagnosis/rules/smtp-disabled-mailbox.ts'
import { smtpDisabledTenant } from '#shared/diagnosis/rules/smtp-disabled-tenant.ts'
import { spokenWhileSending, spokenWhileSigningIn } from '#shared/diagnosis/rules/spoken.ts'
import { starttlsMissing } from '#shared/diagnosis/rules/starttls-missing.ts'
import { starttlsRefused } from '#shared/diagnosis/rules/starttls-refused.ts'
import { suspended } from '#shared/diagnosis/rules/suspended.ts'
import { tampered } from '#shared/diagnosis/rules/tampered.ts'
import { timedOut } from '#shared/diagnosis/rules/timed-out.ts'
import { tlsExpected } from '#shared/diagnosis/rules/tls-expected.ts'
import { tlsHandshake } from '#shared/diagnosis/rules/tls-handshake.ts'
import { tlsOld } from '#shared/diagnosis/rules/tls-old.ts'
import { tokenOtherAccount } from '#shared/diagnosis/rules/token-other-account.ts'
import { tokenRejected } from '#shared/diagnosis/rules/token-rejected.ts'
import { tooBig } from '#shared/diagnosis/rules/too-big.ts'
import { unknownReply } from '#shared/diagnosis/rules/unknown-reply.ts'
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
  ...spokenWhileSending,
  sendTooBig,
  sendMailboxFull,
  sendRecipientUnknown,
  sendAsDenied,
  sendRelayDenied,
  sendRate,
  sendBlocked,
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
  locked,
  suspended,
  passwordExpired,
  referral,
  smtpDisabledTenant,
  smtpDisabledMailbox,
  securityDefaults,
  conditionalAccess,
  basicDisabled,
  appPassword,
  tokenOtherAccount,
  ...spokenWhileSigningIn,
  encryptionRequired,
  mechanism,
  busy,
  tokenRejected,
  wrongPassword,
  loginRequired,
  // What is left of refusals
  mailboxBroken,
  serverRejected,
  unknownReply,
]
