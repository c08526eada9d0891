<#
.SYNOPSIS
    Lists the mailboxes of a Microsoft 365 tenant that may send with a password (SMTP AUTH), for "mailwright preflight".

.DESCRIPTION
    It reads and changes nothing; the only thing it writes is the file that -Path names, and it replaces none.

    Connect first, as an administrator who may read mailboxes:

        Connect-ExchangeOnline
        Connect-MgGraph -Scopes AuditLog.Read.All    # only for -WithSignIns

        ./smtp-auth-mailboxes.ps1 -Path mailboxes.csv -WithSignIns
        mailwright preflight mailboxes.csv

    SmtpAuth is "on" or "off": the setting of the mailbox, or that of the organisation where the mailbox has none
    (SetBy says which). An authentication policy or Conditional Access may block SMTP AUTH all the same.

    LastSmtpAuth is the last sign-in by SMTP AUTH that the sign-in logs still have, 30 days of them at most; reading them
    needs Microsoft Entra ID P1. Up to 90 days are in the Exchange admin center: Reports, Mail flow, SMTP AUTH clients.

.PARAMETER Path
    The file to write.

.PARAMETER WithSignIns
    Read the sign-in logs too, and say who has used SMTP AUTH.
#>
[CmdletBinding()]
param(
    [string] $Path = 'mailboxes.csv',
    [switch] $WithSignIns
)

$ErrorActionPreference = 'Stop'

$organisationIsOff = (Get-TransportConfig).SmtpClientAuthenticationDisabled

# By user name; the names of a hashtable are compared without regard to case.
$lastUse = @{}
if ($WithSignIns) {
    $filter = "clientAppUsed eq 'Authenticated SMTP' and status/errorCode eq 0"
    Get-MgAuditLogSignIn -Filter $filter -All | ForEach-Object {
        $name = "$($_.UserPrincipalName)"
        if (-not $lastUse.ContainsKey($name) -or $_.CreatedDateTime -gt $lastUse[$name]) {
            $lastUse[$name] = $_.CreatedDateTime
        }
    }
}

# Of each mailbox the name to sign in with, which may be another than its address.
$userNames = @{}
Get-EXOMailbox -ResultSize Unlimited | ForEach-Object {
    $userNames["$($_.PrimarySmtpAddress)"] = $_.UserPrincipalName
}

Get-CASMailbox -ResultSize Unlimited | ForEach-Object {
    $address = "$($_.PrimarySmtpAddress)"
    $own = $_.SmtpClientAuthenticationDisabled
    $isOff = if ($null -eq $own) { $organisationIsOff } else { $own }
    $userName = "$($userNames[$address])"
    $used = if ($lastUse.ContainsKey($userName)) { $lastUse[$userName].ToString('yyyy-MM-dd') } else { '' }
    [PSCustomObject]@{
        PrimarySmtpAddress = $address
        SmtpAuth           = if ($isOff) { 'off' } else { 'on' }
        SetBy              = if ($null -eq $own) { 'organisation' } else { 'mailbox' }
        LastSmtpAuth       = $used
    }
} | Export-Csv -Path $Path -NoTypeInformation -Encoding UTF8 -NoClobber
