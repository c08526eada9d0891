import type { ProgramError } from '#shared/explain/programs/program-error.ts'

/** What mail programs say in French, Spanish, Italian and Chinese. The particular before the general. */
export const OTHER_LANGUAGE_WORDS: readonly ProgramError[] = [
  [
    /certificat .{0,120}(?:ne correspond pas|autre (?:nom|serveur))|certificado .{0,120}no coincide|certificato .{0,120}non corrisponde|证书.{0,40}(?:不匹配|不符)/i,
    'TLS_NAME',
  ],
  [
    /certificat .{0,60}expir|certificado .{0,60}caducad|certificato .{0,60}scadut|证书.{0,20}过期/i,
    'TLS_EXPIRED',
  ],
  [
    /certificat .{0,80}(?:pas (?:approuv|fiable|de confiance|valide)|non (?:approuv|fiable))|certificado .{0,60}(?:no es de confianza|no válido)|certificato .{0,60}non (?:attendibile|valido)|证书.{0,20}(?:不受信任|无效)/i,
    'TLS_UNTRUSTED',
  ],
  [
    /(?:nom d.utilisateur|identifiant).{0,20}mot de passe.{0,20}(?:incorrect|invalide|erron)|mot de passe (?:est )?(?:incorrect|invalide|erron)|chec de l.authentification|(?:usuario|contraseña).{0,30}(?:incorrect|no válid)|(?:nome utente|password) .{0,30}(?:errat|non valid|non corrett)|(?:用户名|帐号|账号|密码).{0,10}(?:错误|有误|不正确|不匹配)/i,
    'AUTH_REJECTED',
  ],
  [/connexion (?:a été )?refusée|conexión rechazada|connessione rifiutata|连接被拒绝/i, 'NET_REFUSED'],
  [
    /délai (?:d.attente|de connexion)[^.]{0,40}(?:dépass|expir|écoulé)|tiempo de espera[^.]{0,30}agotado|tempo scaduto|(?:连接|操作|请求)超时/i,
    'NET_TIMEOUT',
  ],
  [
    /(?:impossible de|échec de la) (?:se connecter|connexion) (?:au|à|avec)|no se (?:puede|pudo) conectar|impossibile connettersi|无法连接|连接失败/i,
    'NET_UNREACHABLE',
  ],
]
