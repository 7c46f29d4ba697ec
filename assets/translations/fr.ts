<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>DevicePicker</name>
    <message>
        <source>Choose the loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected messages, or all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>echo cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise suppression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{packets}  ({nacks} NACK, {plis} PLI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} fps  ({frames})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>One moment, please…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We will be right back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MicrophonePopover</name>
    <message>
        <source>Automatic gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings speech to an even loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard while Space or the button is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On for a moment, until the echo is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On, in place of echo cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent while the avatar speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes fans and hum out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MuteButton</name>
    <message>
        <source>Hold to talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to talk (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute microphone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A token is one word of letters, digits and signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow UDP in the firewall, or ask the broker&apos;s operator for a TURN server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An utterance&apos;s id must be a UUID v4 in lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a new one, {mend}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a persona whose sessions need no LiveKit or Agora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, and keep it: persona-viewer token set --broker URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, {mend}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator why; the broker&apos;s log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator: the API key lacks a permission, or the plan does not include what this persona needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for a session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling the avatar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the URL is that of a broker, not of a page or of the avatar service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and that it is running, and your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and this computer&apos;s clock. If your network has a certificate of its own, name its file in SSL_CERT_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the persona ID, and that the URL is that of a broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the persona ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings or --proxy, or go without: --proxy none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password, or ask its operator to let this through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your network and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your network and say it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a plan with the avatar service, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another device, or close the program that uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again for new ones; if it goes on, the broker&apos;s operator must mend the TURN server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again to start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again; if it goes on, ask the broker&apos;s operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect without --gateway, or ask its operator for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, waiting for the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Echo cancellation, noise suppression and automatic gain cannot run on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End another session, or try again in {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End another session, or wait a minute and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter that URL as the broker&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the URL that the broker&apos;s operator gave you, or have this name added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every session of this account is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --broker URL and --persona ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give another: --proxy URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the broker a valid API key and restart it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the right ones: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install your network&apos;s certificate, or ask the broker&apos;s operator to mend the TURN server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken again when it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like http://localhost:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or TCP to the TURN server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or ask the broker&apos;s operator for a TURN server over TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it yours alone: chmod 600 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {MAX_OPEN} talk streams are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file that can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file that holds certificates in PEM form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder of certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No avatar is free right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No media connection to the avatar engine could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was granted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {word} was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in and choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the cap with the avatar service, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, then keep your tokens again: persona-viewer token set --broker URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See persona-viewer --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send shorter pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting up picture and sound…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this program failed ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this program failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That could not be sent to the avatar engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a URL of a broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a broker: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too much sound for one message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That setting is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That talk stream is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That text is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That {what} is not usable: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no active plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s spend cap is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s usage limit is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer&apos;s field {field} is missing or wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar engine cannot be reached, not even through the relay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar engine did not answer the offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar engine sends no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar engine was reached, but no encrypted connection came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar engine&apos;s answer could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service did not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service does not know this persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service does not permit this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service ended the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service refused the broker&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service refused the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service reported an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar service sent a warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar was not heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar&apos;s picture or sound is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker does not accept the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker has moved to {url}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker has moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker reported an error ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker wants a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a list of personas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection for picture and sound failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} with tokens can be read or changed by others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be read: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be written: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} with tokens is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not let this session through to the avatar engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed aiortc or aioice does not fit: {missing} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the avatar engine failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the avatar engine is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The persona could not be told to speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The persona was not told to speak: the engine answered {status_code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The persona&apos;s ID is missing or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture and sound of the avatar stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay refused this session&apos;s credentials, and there is no direct way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not trusted, and there is no direct way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {name} is wrong: {removeprefix}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file {file} is not TOML: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound devices cannot be used ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the token up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s proxy is of an unknown kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} “{name}” is not there, so the system&apos;s default is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {which} could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {which} could not be opened: its driver failed ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {which} is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {word} “{name}” is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This broker has no gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network lets no UDP through, and no relay can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program may not use the {which}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session is in another service&apos;s room, which cannot be joined here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session may only go through a relay, and none can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much is waiting to be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much is waiting to be spoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, ask the broker&apos;s operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {value}, or raise the limit with the avatar service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {value}; if it goes on, ask the broker&apos;s operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask the avatar service&apos;s operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask your network&apos;s operator what drops large UDP packets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, run persona-viewer doctor on this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar engine or its TURN server has a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar service has a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, the broker&apos;s log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it goes on, the engine speaks a version or codec that this viewer does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, look at the log (--log-level info).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with what the log says (--log-level info).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays silent, restart the broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another persona, or ask the broker&apos;s operator to mend what the service names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another persona; if it goes on, the avatar service has a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment, then say it again in shorter parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the limit is renewed, or raise it with the avatar service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the persona is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and keep it: persona-viewer token set --broker {broker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and put it into {VARIABLE}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no certificate that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answers with a web page ({status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answers with nothing ({status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answers {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has to be a URL like http://host:port or https://host/path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a user name or a password; leave them out, and keep the broker&apos;s token with persona-viewer token set --broker URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mend}, or unset {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} names {place}, which {fault}{why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} of this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VolumeButton</name>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume: {volume}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
