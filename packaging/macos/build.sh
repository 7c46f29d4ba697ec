#!/bin/sh
# Builds “Persona Viewer.app” and a disk image of it in dist/, on macOS 12 or later with Python of python.org.
#
#   PERSONA_VIEWER_SIGN_AS   “Developer ID Application: …” in the keychain; without one it is signed for this Mac alone
#   PERSONA_VIEWER_NOTARY    a profile of “xcrun notarytool store-credentials”; without one it is not notarised
set -eu
cd "$(dirname "$0")/../.."
here=packaging/macos
app="dist/Persona Viewer.app"
identity=${PERSONA_VIEWER_SIGN_AS:--}

python3 packaging/dev.py package bundle
version=$(.venv/bin/python -c 'import viewer; print(viewer.__version__)')
image="dist/persona-viewer-$version-macos-$(uname -m).dmg"

# The texts of all licences belong into the program, and a program that is changed wants a new signature. What is inside
# was signed by PyInstaller.
cp -R dist/persona-viewer/licences "$app/Contents/Resources/licences"
timestamp=--timestamp
[ "$identity" != - ] || timestamp=--timestamp=none
codesign --force --options runtime "$timestamp" --entitlements $here/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
# It starts, and finds what it brings.
"$app/Contents/MacOS/persona-viewer" --version

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R "$app" "$scratch"
ln -s /Applications "$scratch/Applications"
hdiutil create -quiet -ov -fs HFS+ -format UDZO -volname "Persona Viewer" -srcfolder "$scratch" "$image"
[ "$identity" = - ] || codesign --sign "$identity" "$timestamp" "$image"
if [ -n "${PERSONA_VIEWER_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$PERSONA_VIEWER_NOTARY" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
