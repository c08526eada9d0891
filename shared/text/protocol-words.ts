import { KEYWORDS } from '#shared/text/server-text.ts'

/** What servers and mail programs say to each other every time, besides the keywords of what is said in the clear. */
const USUAL_WORDS = `AUTHENTICATE SELECT EXAMINE INBOX LIST LSUB STATUS MESSAGES UNSEEN RECENT EXISTS FLAGS FETCH SEARCH
  NOOP LOGOUT CLOSE EXPUNGE GETQUOTAROOT QUOTAROOT STORAGE UIDVALIDITY UIDNEXT HIGHESTMODSEQ PERMANENTFLAGS READ-ONLY
  READ-WRITE HASNOCHILDREN NOSELECT PASS APOP STAT RETR DELE RSET QUIT MAIL FROM RCPT DATA ESMTP SMTP IMAP POP3 IMAPS
  ALERT AUTHENTICATIONFAILED AUTHORIZATIONFAILED EXPIRED PRIVACYREQUIRED CONTACTADMIN UNAVAILABLE INUSE LIMIT OVERQUOTA
  NONEXISTENT NOPERM SERVERBUG WEBALERT REFERRAL SYS/TEMP SYS/PERM IN-USE LOGIN-DELAY Dovecot Postfix Cyrus Courier
  Exim Exchange Mailwright authentication authenticated failed failure unsuccessful successful successfully invalid
  incorrect wrong credentials password username address account logged accepted rejected refused denied error mailbox
  message server service ready welcome completed command unknown unrecognized required temporary temporarily disabled
  blocked locked please again later connection closing closed goodbye hello application-specific security policy
  unsupported mechanism encryption octets number second minute support system internal`

/** One word a line, so that a look into the whole is a look into each. */
export const PROTOCOL_WORDS = [...KEYWORDS, ...USUAL_WORDS.split(/\s+/)].join('\n')
