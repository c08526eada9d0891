import type { ReadMessage } from '#shared/explain/read-message.ts'
import { addressIn } from '#shared/explain/delivery-status.ts'
import type { ExplainedCause } from '#shared/explain/explanation.ts'
import { NOTHING_AROUND } from '#shared/explain/judge-reply.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'

/** What mailboxes call their notes of absence. */
const ABSENT =
  /^(re: |aw: )?\W{0,3}(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response|answer)|away from|vacation|on leave|abwesenheit|automatische antwort|nicht im (haus|büro)|r[ée]ponse automatique|absence|respuesta autom[áa]tica|fuera de (la )?oficina|risposta automatica|fuori ufficio|resposta autom[áa]tica|automatisch antwoord|afwezig)/i

/** A filter that lets a sender pass who proves once to be a person. */
const CONFIRM =
  /\b(requires? (a )?(confirmation|verification)|confirm your (message|e-?mail|mail|letter)|verify (your|yourself)|please confirm|please verify|verify#|bitte best[äa]tigen|confirmez votre)/i

/** What an automatic answer means, which is no refusal; `null` for a message that is none. */
export function explainAutoReply(message: ReadMessage): ExplainedCause | null {
  const { subject, answersByItself, text } = message
  if (CONFIRM.test(subject) || (answersByItself && CONFIRM.test(text.slice(0, 1_000))))
    return confirm(message)
  if (!answersByItself && !ABSENT.test(subject)) return null
  return {
    code: 'SEND_AUTO_REPLY',
    severity: 'info',
    turn: 'nobody',
    facts: {},
    actions: [{ kind: 'tell-recipient' }],
    recipients: [],
    temporary: false,
  }
}

function confirm({ subject, text }: ReadMessage): ExplainedCause {
  const recipient = addressIn(subject) ?? addressIn(text)
  return {
    ...COUNSEL.SEND_RECIPIENT_RESTRICTED.pasted,
    code: 'SEND_RECIPIENT_RESTRICTED',
    severity: 'error',
    turn: 'you',
    facts: { ...NOTHING_AROUND, confirm: 'once' },
    recipients: recipient === null ? [] : [recipient],
    temporary: false,
  }
}
