# Builds the folder dist\persona-viewer and an installer of it, on Windows 10 or later with Python of python.org and NSIS 3.
#
#   $env:PERSONA_VIEWER_SIGN_AS   the SHA-1 thumbprint of a certificate for signing code; without one nothing is signed
#   $env:PERSONA_VIEWER_TIMESTAMP the address of a timestamp server, which signing wants
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Signing($file) {
    if ($env:PERSONA_VIEWER_SIGN_AS) {
        signtool sign /sha1 $env:PERSONA_VIEWER_SIGN_AS /fd SHA256 /tr $env:PERSONA_VIEWER_TIMESTAMP /td SHA256 $file
        if ($LASTEXITCODE) { throw "signtool failed" }
    }
}

py -3 packaging\dev.py package bundle
if ($LASTEXITCODE) { throw "the bundle could not be built" }
$version = & .venv\Scripts\python -c "import viewer; print(viewer.__version__)"
$bundle = (Resolve-Path dist\persona-viewer).Path
$installer = Join-Path (Get-Location) "dist\persona-viewer-$version-windows-$($env:PROCESSOR_ARCHITECTURE.ToLower()).exe"

Invoke-Signing "$bundle\persona-viewer.exe"
# It starts, and finds what it brings.
& "$bundle\persona-viewer.exe" --version
if ($LASTEXITCODE) { throw "the program does not start" }
makensis /V2 "/DVERSION=$version" "/DBUNDLE=$bundle" "/DOUT=$installer" packaging\windows\persona-viewer.nsi
if ($LASTEXITCODE) { throw "makensis failed" }
Invoke-Signing $installer
Write-Output $installer
