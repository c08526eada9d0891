import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import { causeWords, numberWords, saidWords } from '#shared/i18n/explanation-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { letterTitle, utcTime, type Letter } from '#shared/report/letter.ts'
import { remedyFor } from '#shared/report/remedies.ts'
import { remedyLines } from '#shared/report/remedy-lines.ts'

/**
 * A message to the administrator of the sending server, made from a pasted text. It quotes the reply and nothing else
 * of what was pasted: the rest of a letter is private.
 */
export function pastedProviderMessage(explanation: Explanation, cause: ExplainedCause, t: Translate): Letter {
  const title = letterTitle(cause.code, cause.facts, causeWords(cause, t).title, t)
  const { account } = explanation
  const body = [
    t('admin-message.hello'),
    '',
    t('pasted-message.intro', { account: account ?? 'none' }),
    '',
    `${title}.`,
    '',
    ...switchLines(cause, account, t),
    ...quotedLines(explanation, cause, t),
    `${t('admin-message.code')}: ${cause.code}`,
    '',
    t('admin-message.thanks'),
  ].join('\n')
  return { subject: account === null ? title : `${account}: ${title}`, body }
}

/** The name of the server is not in the text, so only causes of one company have a switch to name. */
function switchLines({ code }: ExplainedCause, account: string | null, t: Translate): readonly string[] {
  const remedy = remedyFor(code, '', account ?? '')
  return remedy === null
    ? []
    : [...remedyLines(remedy, { address: account ?? '', userName: account ?? '', protocol: 'smtp' }, t), '']
}

/** A message to the recipient whom a mail did not reach, to be sent another way. */
export function recipientMessage(explanation: Explanation, cause: ExplainedCause, t: Translate): Letter {
  const { account } = explanation
  const lines = quotedLines(explanation, cause, t)
  const body = [
    t('admin-message.hello'),
    '',
    t('recipient-message.intro'),
    t('recipient-message.wish', { code: cause.code }),
    ...(account === null ? [] : ['', t('recipient-message.from', { account })]),
    ...(lines.length === 0 ? [] : ['', ...lines]),
    '',
    t('recipient-message.thanks'),
  ].join('\n')
  return { subject: t('recipient-message.subject'), body }
}

function quotedLines(explanation: Explanation, { recipients }: ExplainedCause, t: Translate) {
  const { reply, bounce, reportedAt } = explanation
  const remote = bounce?.remoteServer ?? null
  const number = numberWords(explanation, t)
  return [
    ...(recipients.length === 0
      ? []
      : [`${t('explained.recipients', { count: recipients.length })}: ${recipients.join(', ')}`]),
    ...(remote === null ? [] : [`${t('explained.refused-by')}: ${remote}`]),
    ...(reportedAt === undefined ? [] : [`${t('admin-message.time')}: ${utcTime(reportedAt)}`]),
    ...(number === null ? [] : [`${t('explained.number')}: ${number}`]),
    ...(reply === null || reply.text === '' ? [] : [`${saidWords(explanation, t)}: ${reply.text}`]),
  ]
}
