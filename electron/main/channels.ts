/** The two names of the one line between page and engine. */
export const ASK_CHANNEL = 'mailwright:ask'
export const REPLY_CHANNEL = 'mailwright:reply'
