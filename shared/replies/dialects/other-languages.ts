import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Servers and webmail that speak French, Italian, Spanish, Portuguese, Dutch, Polish or Russian about the recipient. */
export const OTHER_LANGUAGES: readonly ReplyLine[] = [
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /(bo[iî]te|messagerie|casella|buz[oó]n|caixa|postvak|mailbox|skrzynka|ящик)[^.;]{0,60}(plein|satur|pien[ao]|llen[ao]|chei[ao]|vol\b|pełna|przepełnion|переполн|полон)|(quota|cuota|квот\S{0,3})[^.;]{0,30}(d[eé]pass|superat|excedid|exced|overschreden|превышен)/i,
  },
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words:
      /(compte|cuenta|conta|account|utente|casella)[^.;]{0,40}(d[eé]sactiv|suspendu|desactivad|desativad|disabilitat|disattivat|bloquead)|ящик[^.;]{0,30}(заблокирован|отключ)/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /(utilisateur|destinataire|adresse|bo[iî]te|usuario|destinatario|direcci[oó]n|buz[oó]n|utente|indirizzo|casella|usu[aá]rio|endere[cç]o|gebruiker|adres|postvak|u[zż]ytkownik|skrzynka)[^.;]{0,60}(inconnu|n'existe pas|introuvable|inexistant|desconocid|no (existe|encontrad)|inesistente|sconosciut|non (esiste|trovat)|n[aã]o existe|desconhecid|inv[aá]lid|onbekend|bestaat niet|nie istnieje|nieznan)|(no se ha encontrado la|adresse introuvable|n'est pas parvenu)/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /(пользовател\S{0,3}|адрес\S{0,3}|получател\S{0,3}|ящик\S{0,3})[^.;]{0,60}(не существует|не найден|неизвест|недействител)|(нет такого|несуществующий)/i,
  },
]
