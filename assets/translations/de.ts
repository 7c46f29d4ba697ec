<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.</source>
        <translation>Ein Buchstabe allein würde getippt. Halten Sie Strg, Alt oder Umschalt und Strg dazu.</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Immer im Vordergrund</translation>
    </message>
    <message>
        <source>Bring back what was cleared</source>
        <translation>Geleertes zurückholen</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>Lautsprecher wählen</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Mikrofon wählen</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>Gespräch beenden</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Fenster ausfüllen</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>An Fenster anpassen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Have the message said word for word</source>
        <translation>Die Nachricht wörtlich sprechen lassen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>Mikrofon stummschalten</translation>
    </message>
    <message>
        <source>Other programs need that key. Hold Ctrl, Alt or Meta with it, or take one like F9.</source>
        <translation>Diese Taste brauchen andere Programme. Halten Sie Strg, Alt oder Meta dazu, oder nehmen Sie eine wie F9.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Sprechtaste</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Record the talk</source>
        <translation>Gespräch aufnehmen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Kleines Fenster</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech</source>
        <translation>Die Rede des Avatars abbrechen</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech, or leave full screen</source>
        <translation>Die Rede des Avatars abbrechen, oder Vollbild verlassen</translation>
    </message>
    <message>
        <source>Talk from any window, while it is held</source>
        <translation>Aus jedem Fenster sprechen, solange sie gehalten wird</translation>
    </message>
    <message>
        <source>Talk, while it is held</source>
        <translation>Sprechen, solange sie gehalten wird</translation>
    </message>
    <message>
        <source>That is no key that this computer knows. Press another one.</source>
        <translation>Diese Taste kennt dieser Computer nicht. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Eine Nachricht schreiben</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>“{action}” has that key already. Press another one.</source>
        <translation>„{action}“ hat diese Taste schon. Drücken Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Connected again.</source>
        <translation>Wieder verbunden.</translation>
    </message>
    <message>
        <source>Connected. You can talk now.</source>
        <translation>Verbunden. Sie können jetzt sprechen.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut&#xa0;…</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>Mikrofon stummgeschaltet</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Mikrofon eingeschaltet</translation>
    </message>
    <message>
        <source>The avatar is back.</source>
        <translation>Der Avatar ist wieder da.</translation>
    </message>
    <message>
        <source>The talk is over.</source>
        <translation>Das Gespräch ist beendet.</translation>
    </message>
</context>
<context>
    <name>BrokerCheck</name>
    <message>
        <source>A web page answers there. If this is your broker, go on; else check the URL.</source>
        <translation>Dort antwortet eine Webseite. Ist das Ihr Broker, machen Sie weiter; sonst prüfen Sie die URL.</translation>
    </message>
    <message>
        <source>It is there, and wants a token, which you can enter when you have added it.</source>
        <translation>Er ist da und verlangt ein Token, das Sie eingeben können, sobald Sie ihn hinzugefügt haben.</translation>
    </message>
    <message>
        <source>It is there, but its certificate is not trusted.</source>
        <translation>Er ist da, aber seinem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <source>It is there. Personas: {count}.</source>
        <translation>Er ist da. Personas: {count}.</translation>
    </message>
    <message>
        <source>Looking at {url} …</source>
        <translation>{url} wird angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the URL and your network.</source>
        <translation>Dort antwortet niemand. Prüfen Sie die URL und Ihr Netzwerk.</translation>
    </message>
    <message>
        <source>Somebody answers there and names no personas: you call them by their ID.</source>
        <translation>Dort antwortet jemand und nennt keine Personas: Sie rufen sie mit ihrer ID an.</translation>
    </message>
    <message>
        <source>Somebody answers there, but that is not a broker.</source>
        <translation>Dort antwortet jemand, aber das ist kein Broker.</translation>
    </message>
    <message>
        <source>That is not a URL yet. It looks like https://broker.example.com.</source>
        <translation>Das ist noch keine URL. Sie sieht aus wie https://broker.example.com.</translation>
    </message>
    <message>
        <source>The broker&apos;s operator knows its URL.</source>
        <translation>Der Betreiber des Brokers kennt dessen URL.</translation>
    </message>
</context>
<context>
    <name>BrokerPanel</name>
    <message>
        <source>As you like to call it</source>
        <translation>Wie Sie ihn nennen möchten</translation>
    </message>
    <message>
        <source>Broker URL</source>
        <translation>URL des Brokers</translation>
    </message>
    <message>
        <source>Broker&apos;s name</source>
        <translation>Name des Brokers</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Correct the broker&apos;s URL.</source>
        <translation>Berichtigen Sie die URL des Brokers.</translation>
    </message>
    <message>
        <source>Joe lives on this computer: no account, no network.</source>
        <translation>Joe lebt auf diesem Computer: kein Konto, kein Netzwerk.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>Mit der Demo sprechen</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing.</source>
        <translation>Die URL des Brokers fehlt.</translation>
    </message>
    <message>
        <source>Type it in, then go on.</source>
        <translation>Geben Sie sie ein, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>Diesen Broker benutzen</translation>
    </message>
    <message>
        <source>Your broker&apos;s URL</source>
        <translation>URL Ihres Brokers</translation>
    </message>
    <message>
        <source>https://broker.example.com</source>
        <translation>https://broker.example.com</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>Caption</source>
        <translation>Untertitel</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>Keine Untertitel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Sehr groß</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Call {name}</source>
        <translation>{name} anrufen</translation>
    </message>
    <message>
        <source>Forget that I called {name}</source>
        <translation>Vergessen, dass ich {name} angerufen habe</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>recently</source>
        <translation>kürzlich</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>A little quiet. Come closer, or turn the microphone up.</source>
        <translation>Etwas leise. Kommen Sie näher, oder stellen Sie das Mikrofon lauter.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Wie laut Sie sind</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Es wird gehört&#xa0;…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Microphone check</source>
        <translation>Mikrofonprüfung</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone. With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>Vom Testton kam nichts an Ihrem Mikrofon an. Mit Kopfhörern ist das richtig so. Sonst stellen Sie lauter, oder wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>Testton abspielen</translation>
    </message>
    <message>
        <source>Playing it back…</source>
        <translation>Wird abgespielt&#xa0;…</translation>
    </message>
    <message>
        <source>Plays two short tones and listens whether your microphone hears them.</source>
        <translation>Spielt zwei kurze Töne und horcht, ob Ihr Mikrofon sie hört.</translation>
    </message>
    <message>
        <source>Record 3 seconds</source>
        <translation>3 Sekunden aufnehmen</translation>
    </message>
    <message>
        <source>Say something: the bar moves while you speak.</source>
        <translation>Sagen Sie etwas: Der Balken bewegt sich, während Sie sprechen.</translation>
    </message>
    <message numerus="yes">
        <source>Speak… %n</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>Sprechen Sie&#xa0;…&#xa0;%n</numerusform>
            <numerusform>Sprechen Sie&#xa0;…&#xa0;%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the test sound</source>
        <translation>Testton anhalten</translation>
    </message>
    <message>
        <source>Test the echo</source>
        <translation>Echo testen</translation>
    </message>
    <message>
        <source>Too loud. Turn the microphone down, or move away from it.</source>
        <translation>Zu laut. Stellen Sie das Mikrofon leiser, oder gehen Sie weiter weg.</translation>
    </message>
    <message>
        <source>What the microphone hears of the loudspeaker</source>
        <translation>Was das Mikrofon vom Lautsprecher hört</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>Sie sind gut zu hören.</translation>
    </message>
    <message>
        <source>You will hear two short tones. Keep quiet for a moment.</source>
        <translation>Sie hören zwei kurze Töne. Seien Sie einen Moment still.</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Ihr Anruf</translation>
    </message>
    <message>
        <source>Your call goes on. You are not heard in it until you close this check.</source>
        <translation>Ihr Anruf geht weiter. Sie sind darin nicht zu hören, bis Sie diese Prüfung schließen.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>Ihr Mikrofon hört Ihren Lautsprecher gut; die Echounterdrückung wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Have it said word for word</source>
        <translation>Wörtlich sprechen lassen</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>Mikrofoneinstellungen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>Rede abbrechen</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>A report on this computer names the place in the program, and nothing that was said. It helps whoever mends it.</source>
        <translation>Ein Bericht auf diesem Computer nennt die Stelle im Programm und nichts von dem, was gesagt wurde. Er hilft, den Fehler zu beheben.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Persona Viewer ended unexpectedly last time.</source>
        <translation>Persona Viewer wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Something in Persona Viewer failed last time.</source>
        <translation>Beim letzten Mal ist in Persona Viewer etwas fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>CueForm</name>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>At so many milliseconds of its speech</source>
        <translation>Nach so vielen Millisekunden seiner Rede</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Regieanweisung</translation>
    </message>
    <message>
        <source>In so many milliseconds</source>
        <translation>In so vielen Millisekunden</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Starting the demo on this computer …</source>
        <translation>Die Demo wird auf diesem Computer gestartet&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Session description</source>
        <translation>Sitzungsbeschreibung</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>Lautsprecher wählen</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Mikrofon wählen</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Kein Lautsprecher</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (nicht da)</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>processor, since the graphics driver failed</source>
        <translation>Prozessor, da der Grafiktreiber versagt hat</translation>
    </message>
    <message>
        <source>processor, since the graphics driver hung</source>
        <translation>Prozessor, da der Grafiktreiber hängt</translation>
    </message>
    <message>
        <source>processor, since the graphics processor was lost</source>
        <translation>Prozessor, da der Grafikprozessor verloren ging</translation>
    </message>
    <message>
        <source>processor, since there is no graphics processor</source>
        <translation>Prozessor, da es keinen Grafikprozessor gibt</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>Call now</source>
        <translation>Jetzt anrufen</translation>
    </message>
    <message>
        <source>Calling again in {seconds} s …</source>
        <translation>Neuer Anruf in {seconds} s&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep token</source>
        <translation>Token aufbewahren</translation>
    </message>
    <message>
        <source>The token that the broker&apos;s operator gave you</source>
        <translation>Das Token, das Sie vom Betreiber des Brokers haben</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>FaultsTab</name>
    <message>
        <source>Back to normal</source>
        <translation>Zurück zum Normalzustand</translation>
    </message>
    <message>
        <source>Cut the WebSocket</source>
        <translation>Den WebSocket trennen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Let the session expire</source>
        <translation>Die Sitzung ablaufen lassen</translation>
    </message>
    <message>
        <source>Lose so much of the media that arrives</source>
        <translation>So viel der ankommenden Medien verlieren</translation>
    </message>
    <message>
        <source>Nothing is broken on purpose any more.</source>
        <translation>Nichts ist mehr absichtlich gestört.</translation>
    </message>
    <message>
        <source>Percent of the packets</source>
        <translation>Prozent der Pakete</translation>
    </message>
    <message>
        <source>Stall the media: nothing arrives</source>
        <translation>Die Medien anhalten: Nichts kommt an</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>Es gibt keine Sitzung: Verbinden Sie sich zuerst.</translation>
    </message>
    <message>
        <source>They are real to everything else; the timeline shows what follows.</source>
        <translation>Für alles andere sind sie echt; die Zeitleiste zeigt, was daraus folgt.</translation>
    </message>
    <message>
        <source>Unplug the loudspeaker</source>
        <translation>Den Lautsprecher ausstecken</translation>
    </message>
    <message>
        <source>Unplug the microphone</source>
        <translation>Das Mikrofon ausstecken</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation>Hier heißt niemand „{name}“.</translation>
    </message>
    <message>
        <source>Persona ID</source>
        <translation>Persona-ID</translation>
    </message>
    <message>
        <source>The ID your avatar service gave it</source>
        <translation>Die ID, die Ihr Avatar-Dienst vergeben hat</translation>
    </message>
</context>
<context>
    <name>Graphs</name>
    <message>
        <source>Age of the picture</source>
        <translation>Alter des Bildes</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Erneut angefordert</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Echo taken out</source>
        <translation>Entferntes Echo</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Latest event in a second</source>
        <translation>Spätestes Ereignis einer Sekunde</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Verlorene Pakete</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture after its sound</source>
        <translation>Bild nach seinem Ton</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Processor, of a core</source>
        <translation>Prozessor, von einem Kern</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound made up for losses</source>
        <translation>Für Verluste ersetzter Ton</translation>
    </message>
    <message>
        <source>Sound waits until it is heard</source>
        <translation>Ton wartet, bis er gehört wird</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Time between pictures</source>
        <translation>Zeit zwischen Bildern</translation>
    </message>
    <message>
        <source>Waits before the screen</source>
        <translation>Warten vor dem Bildschirm</translation>
    </message>
    <message>
        <source>Work for a picture</source>
        <translation>Arbeit je Bild</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>dekodiert</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>for a key frame (PLI)</source>
        <translation>Schlüsselbild (PLI)</translation>
    </message>
    <message>
        <source>for its sound</source>
        <translation>auf den Ton</translation>
    </message>
    <message>
        <source>for packets</source>
        <translation>auf Pakete</translation>
    </message>
    <message>
        <source>for packets (NACK)</source>
        <translation>Pakete (NACK)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>network and media</source>
        <translation>Netzwerk und Medien</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>the avatar</source>
        <translation>der Avatar</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s ago</source>
        <translation>vor {minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>{number} je Sekunde</translation>
    </message>
    <message>
        <source>{number} dB</source>
        <translation>{number} dB</translation>
    </message>
    <message>
        <source>{number} dBFS</source>
        <translation>{number} dBFS</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} kbit/s</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation>vor {seconds} s</translation>
    </message>
</context>
<context>
    <name>GraphsTab</name>
    <message>
        <source>Another time</source>
        <translation>Andere Zeit</translation>
    </message>
    <message>
        <source>How long back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>In a graph plus and minus zoom, the arrow keys point, Page Up and Page Down move, P stands still, and Home goes on. So do the mouse, and its wheel with Ctrl.</source>
        <translation>In einem Diagramm zoomen Plus und Minus, die Pfeiltasten zeigen, Bild auf und Bild ab verschieben, P hält an, und Pos1 geht weiter. Ebenso die Maus und ihr Rad mit Strg.</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>Letzte 10 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Nothing was measured yet: that begins with a session.</source>
        <translation>Noch wurde nichts gemessen: Das beginnt mit einer Sitzung.</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The graphs are being loaded…</source>
        <translation>Die Diagramme werden geladen …</translation>
    </message>
    <message>
        <source>The graphs could not be loaded. Install Persona Viewer again.</source>
        <translation>Die Diagramme konnten nicht geladen werden. Installieren Sie Persona Viewer neu.</translation>
    </message>
    <message>
        <source>Which graphs</source>
        <translation>Welche Diagramme</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Add a broker…</source>
        <translation>Broker hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Broker: {name}</source>
        <translation>Broker: {name}</translation>
    </message>
    <message>
        <source>Call by ID</source>
        <translation>Mit ID anrufen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Forget whom I called here</source>
        <translation>Vergessen, wen ich hier angerufen habe</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>Kein Broker</translation>
    </message>
    <message>
        <source>Remove this broker</source>
        <translation>Diesen Broker entfernen</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>Mit der Demo sprechen</translation>
    </message>
    <message>
        <source>Who would you like to talk to?</source>
        <translation>Mit wem möchten Sie sprechen?</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Back over the picture</source>
        <translation>Zurück über das Bild</translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation>Schließen (F12)</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>In einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Wortwechsel</translation>
    </message>
</context>
<context>
    <name>InterruptForm</name>
    <message>
        <source>Cuts the avatar&apos;s speech off.</source>
        <translation>Unterbricht die Rede des Avatars.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>What is in it</source>
        <translation>Was darin steht</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>New keys for {title}; Escape leaves them, Backspace takes them away</source>
        <translation>Neue Tasten für {title}; Escape belässt sie, Rücktaste nimmt sie weg</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Press to choose other keys</source>
        <translation>Drücken, um andere Tasten zu wählen</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>zu laut</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link asks for this. Whoever runs {host} will hear your microphone.</source>
        <translation>Ein Link verlangt das. Wer {host} betreibt, hört dann Ihr Mikrofon.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to {host} and talk to {persona}?</source>
        <translation>Mit {host} verbinden und mit {persona} sprechen?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>The connection to {host} is not encrypted: others could listen.</source>
        <translation>Die Verbindung zu {host} ist nicht verschlüsselt: Andere könnten mithören.</translation>
    </message>
    <message>
        <source>Your present talk would end.</source>
        <translation>Ihr jetziges Gespräch würde enden.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask for a link without it. Keep a broker&apos;s token with “persona-viewer token set”.</source>
        <translation>Bitten Sie um einen Link ohne das. Das Token eines Brokers bewahren Sie mit „persona-viewer token set“ auf.</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for a new one.</source>
        <translation>Bitten Sie den, der ihn Ihnen gab, um einen neuen.</translation>
    </message>
    <message>
        <source>The broker that the link names is not a URL like https://broker.example.com.</source>
        <translation>Der Broker, den der Link nennt, ist keine URL wie https://broker.example.com.</translation>
    </message>
    <message>
        <source>The link asks for more than a broker and a persona.</source>
        <translation>Der Link verlangt mehr als einen Broker und eine Persona.</translation>
    </message>
    <message>
        <source>The link cannot be understood.</source>
        <translation>Der Link ist unverständlich.</translation>
    </message>
    <message>
        <source>The link does not lead to a persona.</source>
        <translation>Der Link führt zu keiner Persona.</translation>
    </message>
    <message>
        <source>The link does not name both a broker and a persona.</source>
        <translation>Der Link nennt nicht sowohl einen Broker als auch eine Persona.</translation>
    </message>
    <message>
        <source>The link holds signs that no link has.</source>
        <translation>Der Link enthält Zeichen, die kein Link hat.</translation>
    </message>
    <message>
        <source>The link holds what looks like a password or a token, so it was not followed.</source>
        <translation>Der Link enthält, was wie ein Passwort oder ein Token aussieht; deshalb wurde ihm nicht gefolgt.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>Der Link ist zu lang.</translation>
    </message>
    <message>
        <source>The persona that the link names cannot be one.</source>
        <translation>Die Persona, die der Link nennt, kann keine sein.</translation>
    </message>
</context>
<context>
    <name>LoudspeakerPopover</name>
    <message>
        <source>Loudspeaker settings</source>
        <translation>Lautsprechereinstellungen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Correct the broker&apos;s URL, then connect.</source>
        <translation>Berichtigen Sie die URL des Brokers und verbinden Sie sich dann.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Type it in, then connect.</source>
        <translation>Geben Sie sie ein und verbinden Sie sich dann.</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>About Persona Viewer</source>
        <translation>Über Persona Viewer</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Mikrofon und Lautsprecher prüfen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Persona Viewer {version}</source>
        <translation>Persona Viewer {version}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Talk to realtime AI avatars. Made with Qt {version}, under the LGPL.</source>
        <translation>Mit KI-Avataren in Echtzeit sprechen. Mit Qt {version} gemacht, unter der LGPL.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>That would make {length} characters, and a message may have {most}. Nothing was put in: shorten it, or send it in parts.</source>
        <translation>Das ergäbe {length} Zeichen, und eine Nachricht darf {most} haben. Es wurde nichts eingefügt: Kürzen Sie es, oder senden Sie es in Teilen.</translation>
    </message>
    <message>
        <source>Type a message…</source>
        <translation>Nachricht eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>Your message has {length} characters, and {most} can be sent at once. Shorten it, or send it in parts.</source>
        <translation>Ihre Nachricht hat {length} Zeichen, und {most} können auf einmal gesendet werden. Kürzen Sie sie, oder senden Sie sie in Teilen.</translation>
    </message>
</context>
<context>
    <name>MicrophonePopover</name>
    <message>
        <source>Automatic gain</source>
        <translation>Automatische Verstärkung</translation>
    </message>
    <message>
        <source>Brings speech to an even loudness</source>
        <translation>Bringt Sprache auf gleichmäßige Lautstärke</translation>
    </message>
    <message>
        <source>Cannot run on this computer</source>
        <translation>Läuft auf diesem Computer nicht</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Mikrofon und Lautsprecher prüfen</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Echounterdrückung</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>Wechselsprechen</translation>
    </message>
    <message>
        <source>Heard while Space or the button is held</source>
        <translation>Zu hören, solange Leertaste oder Knopf gehalten wird</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>Mikrofoneinstellungen</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Rauschunterdrückung</translation>
    </message>
    <message>
        <source>On for a moment, until the echo is known</source>
        <translation>Für einen Moment an, bis das Echo bekannt ist</translation>
    </message>
    <message>
        <source>On, in place of echo cancellation</source>
        <translation>An, anstelle der Echounterdrückung</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Sprechtaste</translation>
    </message>
    <message>
        <source>Silent while the avatar speaks</source>
        <translation>Stumm, während der Avatar spricht</translation>
    </message>
    <message>
        <source>Takes fans and hum out</source>
        <translation>Entfernt Lüfter und Brummen</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out</source>
        <translation>Entfernt die Stimme des Avatars</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>MuteButton</name>
    <message>
        <source>Hold to talk</source>
        <translation>Zum Sprechen halten</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Mikrofon stummschalten</translation>
    </message>
    <message>
        <source>Unmute microphone</source>
        <translation>Stummschaltung des Mikrofons aufheben</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Goodbye, and thank you.</source>
        <translation>Auf Wiedersehen, und danke.</translation>
    </message>
    <message>
        <source>I am taking a break.</source>
        <translation>Ich mache gerade Pause.</translation>
    </message>
    <message>
        <source>I need a little rest.</source>
        <translation>Ich brauche eine kleine Pause.</translation>
    </message>
    <message>
        <source>Just say something.</source>
        <translation>Sagen Sie einfach etwas.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Einen Moment, bitte&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>Please come again in %n minute(s).</source>
        <translation>
            <numerusform>Bitte kommen Sie in %n Minute wieder.</numerusform>
            <numerusform>Bitte kommen Sie in %n Minuten wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come again later.</source>
        <translation>Bitte kommen Sie später wieder.</translation>
    </message>
    <message>
        <source>Please come again tomorrow.</source>
        <translation>Bitte kommen Sie morgen wieder.</translation>
    </message>
    <message>
        <source>There is no connection to the network at the moment.</source>
        <translation>Im Moment gibt es keine Verbindung zum Netz.</translation>
    </message>
    <message>
        <source>This takes only a moment.</source>
        <translation>Das dauert nur einen Moment.</translation>
    </message>
    <message>
        <source>Touch one of the questions.</source>
        <translation>Berühren Sie eine der Fragen.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Wir haben geschlossen.</translation>
    </message>
    <message>
        <source>We open at {time}.</source>
        <translation>Wir öffnen um {time}.</translation>
    </message>
    <message>
        <source>We open on {day} at {time}.</source>
        <translation>Wir öffnen am {day} um {time}.</translation>
    </message>
    <message>
        <source>We will be right back.</source>
        <translation>Wir sind gleich wieder da.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation>Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Show the window</source>
        <translation>Das Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>OnTop</name>
    <message>
        <source>On Wayland a program cannot keep its own window on top. Choose “Always on Top” in the window&apos;s own menu, which Alt+Space opens.</source>
        <translation>Unter Wayland kann ein Programm sein eigenes Fenster nicht im Vordergrund halten. Wählen Sie „Immer im Vordergrund“ im Menü des Fensters, das Alt+Leertaste öffnet.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy versions, settings, figures and the log, without secrets</source>
        <translation>Versionen, Einstellungen, Werte und Protokoll kopieren, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Gezeichnet von</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>ICE</source>
        <translation>ICE</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Längste Lücke</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Verlorene Pakete</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Laufzeit hin und zurück</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Signalisierung</translation>
    </message>
    <message>
        <source>What is wrong: {findings}</source>
        <translation>Was nicht stimmt: {findings}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>automatic gain</source>
        <translation>automatische Verstärkung</translation>
    </message>
    <message>
        <source>echo cancellation</source>
        <translation>Echounterdrückung</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>Wechselsprechen</translation>
    </message>
    <message>
        <source>noise suppression</source>
        <translation>Rauschunterdrückung</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} kbit/s</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{packets}  ({nacks} NACK, {plis} PLI)</source>
        <translation>{packets}  ({nacks} NACK, {plis} PLI)</translation>
    </message>
    <message>
        <source>{rate} fps  ({frames})</source>
        <translation>{rate} fps  ({frames})</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PictureTab</name>
    <message>
        <source>Compare with a file</source>
        <translation>Mit einer Datei vergleichen</translation>
    </message>
    <message>
        <source>Freezes, black and torn pictures of the last minute</source>
        <translation>Standbilder, schwarze und zerrissene Bilder der letzten Minute</translation>
    </message>
    <message>
        <source>Freezes: {freezes}, {seconds} s in all. Black pictures: {black}. Torn: {torn}.</source>
        <translation>Standbilder: {freezes}, zusammen {seconds} s. Schwarze Bilder: {black}. Zerrissene: {torn}.</translation>
    </message>
    <message>
        <source>Histogram: red, green, blue and luma</source>
        <translation>Histogramm: Rot, Grün, Blau und Luma</translation>
    </message>
    <message>
        <source>In the picture plus, minus and 0 zoom, the arrow keys point (with Shift ten pixels), P pauses, and the full stop takes one more picture.</source>
        <translation>Im Bild zoomen Plus, Minus und 0, die Pfeiltasten zeigen (mit Umschalt zehn Pixel weiter), P hält an, und der Punkt holt noch ein Bild.</translation>
    </message>
    <message>
        <source>It was scaled from {width}×{height}.</source>
        <translation>Es wurde von {width}×{height} skaliert.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Point at a pixel, with the mouse or the arrow keys.</source>
        <translation>Auf einen Pixel zeigen, mit der Maus oder den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Vergleichsbild</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>The next picture that comes</source>
        <translation>Das nächste Bild, das kommt</translation>
    </message>
    <message>
        <source>There is no picture to save yet.</source>
        <translation>Es gibt noch kein Bild zum Speichern.</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>Es gibt noch kein Bild.</translation>
    </message>
    <message>
        <source>Waveform: luma by column</source>
        <translation>Wellenform: Luma je Spalte</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read: choose a PNG, JPEG or WebP file.</source>
        <translation>{name} ist kein lesbares Bild: Wählen Sie eine PNG-, JPEG- oder WebP-Datei.</translation>
    </message>
    <message>
        <source>{name}: PSNR {psnr} dB, SSIM {ssim}.</source>
        <translation>{name}: PSNR {psnr} dB, SSIM {ssim}.</translation>
    </message>
    <message>
        <source>{number} fps</source>
        <translation>{number} fps</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Enter the PIN to end the kiosk.</source>
        <translation>Geben Sie die PIN ein, um den Kiosk zu beenden.</translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation>Das war nicht die PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. The next one can be in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Versuche. Der nächste ist in %n Sekunde möglich.</numerusform>
            <numerusform>Zu viele Versuche. Der nächste ist in %n Sekunden möglich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Graphs</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Immer im Vordergrund</translation>
    </message>
    <message>
        <source>As the network allows</source>
        <translation>Wie das Netzwerk es zulässt</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask whether others agree to be recorded</source>
        <translation>Fragen, ob die anderen der Aufnahme zustimmen</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Automatic gain</source>
        <translation>Automatische Verstärkung</translation>
    </message>
    <message>
        <source>Be heard only while Space or the microphone button is held</source>
        <translation>Nur zu hören sein, solange Leertaste oder Mikrofonknopf gehalten wird</translation>
    </message>
    <message>
        <source>Be told what happens while the window is hidden</source>
        <translation>Erfahren, was geschieht, während das Fenster verborgen ist</translation>
    </message>
    <message>
        <source>Brings your speech to an even loudness</source>
        <translation>Bringt Ihre Sprache auf gleichmäßige Lautstärke</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Call at the start</source>
        <translation>Beim Start anrufen</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Connect as soon as the window opens</source>
        <translation>Verbinden, sobald das Fenster sich öffnet</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Draws the picture, with less work for the processor</source>
        <translation>Zeichnet das Bild, mit weniger Arbeit für den Prozessor</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Echounterdrückung</translation>
    </message>
    <message>
        <source>Fill the screen when the window opens</source>
        <translation>Den Bildschirm füllen, wenn das Fenster sich öffnet</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Fenster ausfüllen</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>An Fenster anpassen</translation>
    </message>
    <message>
        <source>Folder of your own tools</source>
        <translation>Ordner mit eigenen Werkzeugen</translation>
    </message>
    <message>
        <source>For networks that let you reach nothing but the broker</source>
        <translation>Für Netzwerke, in denen Sie nur den Broker erreichen</translation>
    </message>
    <message>
        <source>From the next call on</source>
        <translation>Ab dem nächsten Anruf</translation>
    </message>
    <message>
        <source>Go through the broker</source>
        <translation>Über den Broker verbinden</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>Grafikprozessor</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>Wechselsprechen</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Holds pictures until their sound is heard; without, they come sooner</source>
        <translation>Hält Bilder zurück, bis ihr Ton zu hören ist; ohne kommen sie früher</translation>
    </message>
    <message>
        <source>How large the letters over the picture are</source>
        <translation>Wie groß die Schrift über dem Bild ist</translation>
    </message>
    <message>
        <source>How loud the avatar is</source>
        <translation>Wie laut der Avatar ist</translation>
    </message>
    <message>
        <source>How the picture fits the window</source>
        <translation>Wie das Bild ins Fenster passt</translation>
    </message>
    <message>
        <source>Keep the window above all others, where the system allows it</source>
        <translation>Das Fenster über allen anderen halten, wo das System es zulässt</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keys of every action</source>
        <translation>Tasten für jede Aktion</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Let the controls fade</source>
        <translation>Bedienelemente ausblenden lassen</translation>
    </message>
    <message>
        <source>Letters alone</source>
        <translation>Nur die Schrift</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like http://host:port or socks5://host:port; “none” for none; empty for the system&apos;s. It may hold a password, so it is never written down</source>
        <translation>Wie http://host:port oder socks5://host:port; „none“ für keinen; leer für den des Systems. Die Angabe kann ein Passwort enthalten und wird daher nie gespeichert</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>Lippensynchron</translation>
    </message>
    <message>
        <source>Little data</source>
        <translation>Wenig Daten</translation>
    </message>
    <message>
        <source>Log in files</source>
        <translation>Protokoll in Dateien</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Rauschunterdrückung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Nothing moves but the picture</source>
        <translation>Nichts bewegt sich außer dem Bild</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Of everything that is written in the window</source>
        <translation>Von allem, was im Fenster geschrieben steht</translation>
    </message>
    <message>
        <source>Of the picture, and how much data it takes</source>
        <translation>Des Bildes, und wie viele Daten es braucht</translation>
    </message>
    <message>
        <source>Of the window, apart from the picture</source>
        <translation>Des Fensters, vom Bild abgesehen</translation>
    </message>
    <message>
        <source>Of the window; the avatar speaks its own</source>
        <translation>Des Fensters; der Avatar spricht seine eigene</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On a box</source>
        <translation>Auf einer Fläche</translation>
    </message>
    <message>
        <source>On this computer, 5 MB at most; nothing that was said</source>
        <translation>Auf diesem Computer, höchstens 5 MB; nichts von dem, was gesagt wurde</translation>
    </message>
    <message>
        <source>On this computer, so that they come first at the start</source>
        <translation>Auf diesem Computer, damit sie beim Start zuerst kommen</translation>
    </message>
    <message>
        <source>On this computer; they name places in the program, nothing that was said</source>
        <translation>Auf diesem Computer; sie nennen Stellen im Programm, nichts von dem, was gesagt wurde</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Place of captions</source>
        <translation>Ort der Untertitel</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Sprechtaste</translation>
    </message>
    <message>
        <source>Python files that the avatar may have run, with all that you may do; empty for none</source>
        <translation>Python-Dateien, die der Avatar ausführen lassen darf, mit allem, was Sie dürfen; leer für keine</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Remember whom you talked to</source>
        <translation>Merken, mit wem Sie gesprochen haben</translation>
    </message>
    <message>
        <source>Reminder before recording</source>
        <translation>Erinnerung vor der Aufnahme</translation>
    </message>
    <message>
        <source>Reports of crashes</source>
        <translation>Absturzberichte</translation>
    </message>
    <message>
        <source>Set by an option or the environment; what you change lasts until you close the window</source>
        <translation>Durch eine Option oder die Umgebung gesetzt; Ihre Änderung gilt, bis Sie das Fenster schließen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show there what the avatar says</source>
        <translation>Dort zeigen, was der Avatar sagt</translation>
    </message>
    <message>
        <source>Silences the microphone while the avatar speaks, where its echo cannot be cancelled</source>
        <translation>Schaltet das Mikrofon stumm, während der Avatar spricht, wo sich sein Echo nicht unterdrücken lässt</translation>
    </message>
    <message>
        <source>Size of captions</source>
        <translation>Größe der Untertitel</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Start in full screen</source>
        <translation>Im Vollbild starten</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Wach bleiben</translation>
    </message>
    <message>
        <source>Takes fans and hum out of the microphone&apos;s sound</source>
        <translation>Entfernt Lüfter und Brummen aus dem Mikrofonton</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out of the microphone&apos;s sound</source>
        <translation>Entfernt die Stimme des Avatars aus dem Mikrofonton</translation>
    </message>
    <message>
        <source>The ID of the avatar that you talk to</source>
        <translation>Die ID des Avatars, mit dem Sie sprechen</translation>
    </message>
    <message>
        <source>The address that the operator of your broker gave you</source>
        <translation>Die Adresse, die Sie vom Betreiber Ihres Brokers haben</translation>
    </message>
    <message>
        <source>The computer and its screen do not sleep during a call</source>
        <translation>Computer und Bildschirm schlafen während eines Anrufs nicht ein</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>What is said, in writing over the picture</source>
        <translation>Was gesagt wird, als Schrift über dem Bild</translation>
    </message>
    <message>
        <source>What the avatar hears you with</source>
        <translation>Womit der Avatar Sie hört</translation>
    </message>
    <message>
        <source>What you hear the avatar with</source>
        <translation>Womit Sie den Avatar hören</translation>
    </message>
    <message>
        <source>When the window is opened again</source>
        <translation>Wenn das Fenster wieder geöffnet wird</translation>
    </message>
    <message>
        <source>Where in the picture they are</source>
        <translation>Wo im Bild sie stehen</translation>
    </message>
    <message>
        <source>Where there is one</source>
        <translation>Wo es einen gibt</translation>
    </message>
    <message>
        <source>While nobody touches anything, the picture is whole</source>
        <translation>Solange niemand etwas berührt, ist das Bild ganz zu sehen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>With a shadow</source>
        <translation>Mit Schatten</translation>
    </message>
    <message>
        <source>Words in notifications</source>
        <translation>Worte in Benachrichtigungen</translation>
    </message>
    <message>
        <source>Your microphone is heard by nobody</source>
        <translation>Niemand hört Ihr Mikrofon</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Every setting is as shipped.</source>
        <translation>Alle Einstellungen sind wie ausgeliefert.</translation>
    </message>
    <message>
        <source>No setting is called so. Try another word.</source>
        <translation>Keine Einstellung heißt so. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
        <source>Nothing that you change is written down; it lasts until you close the window.</source>
        <translation>Nichts von Ihren Änderungen wird gespeichert; sie gelten, bis Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What you change is kept in {file}. Nothing that is said is written down.</source>
        <translation>Was Sie ändern, wird in {file} gespeichert. Nichts von dem, was gesagt wird, wird aufgeschrieben.</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Answers come late over your network. Switch a VPN off, or stop large downloads.</source>
        <translation>Antworten kommen in Ihrem Netzwerk spät. Schalten Sie ein VPN aus, oder beenden Sie große Downloads.</translation>
    </message>
    <message>
        <source>The picture comes slowly. Close other programs and downloads, or turn the picture&apos;s quality down in the settings.</source>
        <translation>Das Bild kommt langsam. Schließen Sie andere Programme und Downloads, oder stellen Sie in den Einstellungen die Bildqualität niedriger.</translation>
    </message>
    <message>
        <source>Your network is losing parts of the picture. Move closer to the router, or turn the picture&apos;s quality down in the settings.</source>
        <translation>Ihr Netzwerk verliert Teile des Bildes. Gehen Sie näher an den Router, oder stellen Sie in den Einstellungen die Bildqualität niedriger.</translation>
    </message>
    <message>
        <source>Your network is losing sound. Move closer to the router, or use a cable.</source>
        <translation>Ihr Netzwerk verliert Ton. Gehen Sie näher an den Router, oder nehmen Sie ein Kabel.</translation>
    </message>
</context>
<context>
    <name>RawForm</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Confirm the warning first.</source>
        <translation>Bestätigen Sie zuerst die Warnung.</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>Datenkanal</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Nobody checks it: it may end the session or cost money. Send it all the same.</source>
        <translation>Niemand prüft es: Es kann die Sitzung beenden oder Geld kosten. Trotzdem senden.</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Record the talk</source>
        <translation>Gespräch aufnehmen</translation>
    </message>
</context>
<context>
    <name>RecordingDesk</name>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
    <message>
        <source>Does everybody agree to be recorded?</source>
        <translation>Sind alle mit der Aufnahme einverstanden?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>The recording holds the avatar&apos;s picture and voice, your voice, and what is said. In many places the law wants everybody who can be heard to agree. You are asked this once.</source>
        <translation>Die Aufnahme enthält Bild und Stimme des Avatars, Ihre Stimme und was gesagt wird. Vielerorts verlangt das Gesetz, dass alle zustimmen, die zu hören sind. Das werden Sie nur einmal gefragt.</translation>
    </message>
    <message>
        <source>The recording is saved: {file}</source>
        <translation>Die Aufnahme ist gespeichert: {file}</translation>
    </message>
    <message>
        <source>The talk is being recorded.</source>
        <translation>Das Gespräch wird aufgenommen.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>RecordingPill</name>
    <message>
        <source>Recording begins…</source>
        <translation>Aufnahme beginnt…</translation>
    </message>
    <message>
        <source>Recording {minutes}:{seconds}</source>
        <translation>Aufnahme {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>Saving the recording…</source>
        <translation>Aufnahme wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>ReplayWindow</name>
    <message>
        <source>Asking the broker</source>
        <translation>Broker wird gefragt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird hergestellt</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Verbindung wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Place in the session</source>
        <translation>Stelle in der Sitzung</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Played again, the session goes another way from {at} s on.</source>
        <translation>Noch einmal abgespielt, verläuft die Sitzung ab {at} s anders.</translation>
    </message>
    <message>
        <source>Played again, the session takes the same steps at the same times.</source>
        <translation>Noch einmal abgespielt, geht die Sitzung dieselben Schritte zu denselben Zeiten.</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Signalisierung</translation>
    </message>
    <message>
        <source>{name} – Persona Viewer</source>
        <translation>{name} – Persona Viewer</translation>
    </message>
    <message>
        <source>{place} of {length} s</source>
        <translation>{place} von {length} s</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>As shipped</source>
        <translation>Wie ausgeliefert</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>{title} zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>Mitschrift durchsuchen</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>SendTab</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Director&apos;s cue</source>
        <translation>Regieanweisung</translation>
    </message>
    <message>
        <source>Every so many milliseconds</source>
        <translation>Alle so viele Millisekunden</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON im Rohzustand</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Ergebnis eines Werkzeugs</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sent {number} of {times}.</source>
        <translation>{number} von {times} gesendet.</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Gesendet.</translation>
    </message>
    <message>
        <source>Sound to speak</source>
        <translation>Ton zum Sprechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Text, as the user&apos;s</source>
        <translation>Text, als der des Benutzers</translation>
    </message>
    <message>
        <source>That is too much to keep: remove another snippet, or shorten it.</source>
        <translation>Das ist zu viel: Entfernen Sie eine andere Vorlage, oder kürzen Sie.</translation>
    </message>
    <message>
        <source>The last one again</source>
        <translation>Die letzte noch einmal</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>Es gibt keine Sitzung: Verbinden Sie sich zuerst.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Words to speak</source>
        <translation>Worte zum Sprechen</translation>
    </message>
    <message>
        <source>Words to speak, in pieces</source>
        <translation>Worte zum Sprechen, in Stücken</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A message of the avatar engine cannot be read.</source>
        <translation>Eine Nachricht der Avatar-Engine kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A token is one word of letters, digits and signs.</source>
        <translation>Ein Token ist ein einziges Wort aus Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
        <source>Allow UDP in the firewall, or ask the broker&apos;s operator for a TURN server.</source>
        <translation>Lassen Sie UDP in der Firewall zu, oder fragen Sie den Betreiber des Brokers nach einem TURN-Server.</translation>
    </message>
    <message>
        <source>Allow desktop apps to use the microphone: Settings, Privacy &amp; security, Microphone.</source>
        <translation>Erlauben Sie Desktop-Apps das Mikrofon: Einstellungen, Datenschutz und Sicherheit, Mikrofon.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings.</source>
        <translation>Erlauben Sie es in den Datenschutzeinstellungen des Systems.</translation>
    </message>
    <message>
        <source>An utterance&apos;s id must be a UUID v4 in lower case.</source>
        <translation>Die Kennung einer Äußerung muss eine UUID v4 in Kleinbuchstaben sein.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a new one, {mend}.</source>
        <translation>Bitten Sie den Betreiber des Brokers um ein neues, {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a persona whose sessions need no LiveKit or Agora.</source>
        <translation>Bitten Sie den Betreiber des Brokers um eine Persona, deren Sitzungen weder LiveKit noch Agora brauchen.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, and keep it: persona-viewer token set --broker URL.</source>
        <translation>Bitten Sie den Betreiber des Brokers um eines und bewahren Sie es auf: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, {mend}.</source>
        <translation>Bitten Sie den Betreiber des Brokers um eines, {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator why; the broker&apos;s log says more.</source>
        <translation>Fragen Sie den Betreiber des Brokers nach dem Grund; im Protokoll des Brokers steht mehr.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator: the API key lacks a permission, or the plan does not include what this persona needs.</source>
        <translation>Fragen Sie den Betreiber des Brokers: Dem API-Schlüssel fehlt eine Berechtigung, oder der Tarif enthält nicht, was diese Persona braucht.</translation>
    </message>
    <message>
        <source>Asking for a session…</source>
        <translation>Sitzung wird angefragt&#xa0;…</translation>
    </message>
    <message>
        <source>Before, it was busy or did not answer.</source>
        <translation>Zuvor war er beschäftigt oder hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>Beginnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Calling the avatar…</source>
        <translation>Der Avatar wird gerufen&#xa0;…</translation>
    </message>
    <message>
        <source>Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>Prüfen Sie es in den Toneinstellungen des Systems, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Check its own switch and the system&apos;s privacy settings, or choose another microphone.</source>
        <translation>Prüfen Sie seinen eigenen Schalter und die Datenschutzeinstellungen des Systems, oder wählen Sie ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>Check that the URL is that of a broker, not of a page or of the avatar service.</source>
        <translation>Prüfen Sie, ob die URL die eines Brokers ist und nicht die einer Webseite oder des Avatar-Dienstes.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and that it is running, and your network.</source>
        <translation>Prüfen Sie die URL des Brokers, ob er läuft, und Ihr Netzwerk.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and this computer&apos;s clock. If your network has a certificate of its own, name its file in SSL_CERT_FILE.</source>
        <translation>Prüfen Sie die URL des Brokers und die Uhr dieses Computers. Hat Ihr Netzwerk ein eigenes Zertifikat, nennen Sie dessen Datei in SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Check the persona ID, and that the URL is that of a broker.</source>
        <translation>Prüfen Sie die Persona-ID, und ob die URL die eines Brokers ist.</translation>
    </message>
    <message>
        <source>Check the persona ID.</source>
        <translation>Prüfen Sie die Persona-ID.</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings or --proxy, or go without: --proxy none.</source>
        <translation>Prüfen Sie den Proxy in den Systemeinstellungen oder --proxy, oder verzichten Sie darauf: --proxy none.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password, or ask its operator to let this through.</source>
        <translation>Prüfen Sie Benutzername und Passwort des Proxys, oder bitten Sie seinen Betreiber, dies durchzulassen.</translation>
    </message>
    <message>
        <source>Check this microphone if you spoke, or choose another one.</source>
        <translation>Prüfen Sie dieses Mikrofon, wenn Sie gesprochen haben, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Check your network and connect again.</source>
        <translation>Prüfen Sie Ihr Netzwerk und verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>Check your network and say it again.</source>
        <translation>Prüfen Sie Ihr Netzwerk und sagen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation>Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Choose a plan with the avatar service, then try again.</source>
        <translation>Wählen Sie einen Tarif beim Avatar-Dienst und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Choose another device, or close the program that uses it.</source>
        <translation>Wählen Sie ein anderes Gerät, oder schließen Sie das Programm, das es benutzt.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose another place for it, and record again.</source>
        <translation>Wählen Sie einen anderen Ort dafür und nehmen Sie noch einmal auf.</translation>
    </message>
    <message>
        <source>Choose another place or name.</source>
        <translation>Wählen Sie einen anderen Ort oder Namen.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose one that does.</source>
        <translation>Wählen Sie einen, der es tut.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Wählen Sie eines.</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another one.</source>
        <translation>Schließen Sie das Programm, das es benutzt, oder wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Connect again for new ones; if it goes on, the broker&apos;s operator must mend the TURN server.</source>
        <translation>Verbinden Sie sich erneut, um neue zu erhalten; bleibt es dabei, muss der Betreiber des Brokers den TURN-Server reparieren.</translation>
    </message>
    <message>
        <source>Connect again to start a new one.</source>
        <translation>Verbinden Sie sich erneut, um eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>Connect again; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Verbinden Sie sich erneut; bleibt es dabei, fragen Sie den Betreiber des Brokers.</translation>
    </message>
    <message>
        <source>Connect without --gateway, or ask its operator for one.</source>
        <translation>Verbinden Sie sich ohne --gateway, oder bitten Sie seinen Betreiber um eines.</translation>
    </message>
    <message>
        <source>Connected, waiting for the picture…</source>
        <translation>Verbunden, das Bild kommt gleich&#xa0;…</translation>
    </message>
    <message>
        <source>Connecting takes longer than usual. Still trying.</source>
        <translation>Der Verbindungsaufbau dauert länger als sonst. Es wird weiter versucht.</translation>
    </message>
    <message>
        <source>Connection interrupted</source>
        <translation>Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>Correct it in {file}; its default is used.</source>
        <translation>Berichtigen Sie sie in {file}; es gilt der Standardwert.</translation>
    </message>
    <message>
        <source>Correct it, then send it.</source>
        <translation>Berichtigen Sie es, dann senden Sie es.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Echo cancellation, noise suppression and automatic gain cannot run on this computer.</source>
        <translation>Echounterdrückung, Rauschunterdrückung und automatische Verstärkung laufen auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>End another session, or try again in {value}.</source>
        <translation>Beenden Sie eine andere Sitzung, oder versuchen Sie es in {value} erneut.</translation>
    </message>
    <message>
        <source>End another session, or wait a minute and try again.</source>
        <translation>Beenden Sie eine andere Sitzung, oder versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>End one first.</source>
        <translation>Beenden Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Enter one.</source>
        <translation>Geben Sie eine ein.</translation>
    </message>
    <message>
        <source>Enter that URL as the broker&apos;s.</source>
        <translation>Geben Sie diese URL als die des Brokers ein.</translation>
    </message>
    <message>
        <source>Enter the URL that the broker&apos;s operator gave you, or have this name added to it.</source>
        <translation>Geben Sie die URL ein, die Sie vom Betreiber des Brokers haben, oder lassen Sie diesen Namen dort eintragen.</translation>
    </message>
    <message>
        <source>Every session of this account is in use.</source>
        <translation>Alle Sitzungen dieses Kontos sind belegt.</translation>
    </message>
    <message>
        <source>Free some space before you record again; what was recorded until then is kept.</source>
        <translation>Schaffen Sie Platz, bevor Sie wieder aufnehmen; was bis dahin aufgenommen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Give another file.</source>
        <translation>Geben Sie eine andere Datei an.</translation>
    </message>
    <message>
        <source>Give another: --proxy URL.</source>
        <translation>Geben Sie einen anderen an: --proxy URL.</translation>
    </message>
    <message>
        <source>Give one that the inspector or “probe --events” has written.</source>
        <translation>Geben Sie eine an, die der Inspektor oder „probe --events“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Give the broker a valid API key and restart it.</source>
        <translation>Geben Sie dem Broker einen gültigen API-Schlüssel und starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>Hold the microphone button, or Space, while you speak.</source>
        <translation>Halten Sie den Mikrofonknopf oder die Leertaste, während Sie sprechen.</translation>
    </message>
    <message>
        <source>Install the right ones: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</source>
        <translation>Installieren Sie die passenden: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</translation>
    </message>
    <message>
        <source>Install your network&apos;s certificate, or ask the broker&apos;s operator to mend the TURN server.</source>
        <translation>Installieren Sie das Zertifikat Ihres Netzwerks, oder bitten Sie den Betreiber des Brokers, den TURN-Server zu reparieren.</translation>
    </message>
    <message>
        <source>It cannot be kept aside ({strerror}); until it is mended, nothing is remembered.</source>
        <translation>Sie kann nicht beiseitegelegt werden ({strerror}); bis das behoben ist, wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new one is begun.</source>
        <translation>Sie bleibt als {name} erhalten, und eine neue wird begonnen.</translation>
    </message>
    <message>
        <source>It is not as expected: {why}.</source>
        <translation>Sie ist nicht wie erwartet: {why}.</translation>
    </message>
    <message>
        <source>It is taken again when it comes back.</source>
        <translation>Es wird wieder benutzt, sobald es zurück ist.</translation>
    </message>
    <message>
        <source>It looks like http://localhost:8080.</source>
        <translation>Sie sieht aus wie http://localhost:8080.</translation>
    </message>
    <message>
        <source>It may have been changed or cut; take the file as it was written.</source>
        <translation>Sie wurde vielleicht verändert oder gekürzt; nehmen Sie die Datei, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>It told no address that can be tried.</source>
        <translation>Sie nannte keine Adresse, die versucht werden kann.</translation>
    </message>
    <message>
        <source>It waits for the service, or asks it again.</source>
        <translation>Er wartet auf den Dienst oder fragt ihn noch einmal.</translation>
    </message>
    <message>
        <source>Its words come, and its sound was silence for a second.</source>
        <translation>Seine Worte kommen, doch sein Ton war eine Sekunde lang still.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or TCP to the TURN server.</source>
        <translation>Lassen Sie in der Firewall UDP zu, oder TCP zum TURN-Server.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or ask the broker&apos;s operator for a TURN server over TLS.</source>
        <translation>Lassen Sie in der Firewall UDP zu, oder fragen Sie den Betreiber des Brokers nach einem TURN-Server über TLS.</translation>
    </message>
    <message>
        <source>Line {number} of “{name}” is not as a session file has it.</source>
        <translation>Zeile {number} von „{name}“ ist nicht wie in einer Sitzungsdatei.</translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation>Hört Ihnen zu</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Lower its volume in the system&apos;s sound settings, or move away from it.</source>
        <translation>Stellen Sie es in den Toneinstellungen des Systems leiser, oder gehen Sie weiter weg.</translation>
    </message>
    <message>
        <source>MP4 cannot hold the pictures of this persona.</source>
        <translation>MP4 kann die Bilder dieser Persona nicht enthalten.</translation>
    </message>
    <message>
        <source>Make it yours alone: chmod 600 {file}</source>
        <translation>Machen Sie sie nur für sich lesbar: chmod 600 {file}</translation>
    </message>
    <message>
        <source>More than {MAX_OPEN} talk streams are open.</source>
        <translation>Mehr als {MAX_OPEN} Sprechströme sind offen.</translation>
    </message>
    <message>
        <source>Name a file that can be written</source>
        <translation>Nennen Sie eine Datei, die geschrieben werden kann</translation>
    </message>
    <message>
        <source>Name a file that holds certificates in PEM form</source>
        <translation>Nennen Sie eine Datei mit Zertifikaten im PEM-Format</translation>
    </message>
    <message>
        <source>Name a folder of certificates</source>
        <translation>Nennen Sie einen Ordner mit Zertifikaten</translation>
    </message>
    <message>
        <source>No avatar is free right now.</source>
        <translation>Gerade ist kein Avatar frei.</translation>
    </message>
    <message>
        <source>No media connection to the avatar engine could be made.</source>
        <translation>Es kam keine Medienverbindung zur Avatar-Engine zustande.</translation>
    </message>
    <message>
        <source>No packet came for a second.</source>
        <translation>Eine Sekunde lang kam kein Paket.</translation>
    </message>
    <message>
        <source>No picture came while it was recorded.</source>
        <translation>Während der Aufnahme kam kein Bild.</translation>
    </message>
    <message>
        <source>No session was granted.</source>
        <translation>Es wurde keine Sitzung gewährt.</translation>
    </message>
    <message>
        <source>No {word} was found.</source>
        <translation>Kein {word} gefunden.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Nothing arrives from the avatar right now. Waiting for it to come back.</source>
        <translation>Vom Avatar kommt gerade nichts an. Es wird auf ihn gewartet.</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone.</source>
        <translation>Vom Testton kam nichts an Ihrem Mikrofon an.</translation>
    </message>
    <message>
        <source>Of a hundred packets {percent} are lost.</source>
        <translation>Von hundert Paketen gehen {percent} verloren.</translation>
    </message>
    <message>
        <source>Of a hundred, 0 to 100 can be lost.</source>
        <translation>Von hundert können 0 bis 100 verloren gehen.</translation>
    </message>
    <message>
        <source>Of {tried} addresses that it told none has answered.</source>
        <translation>Von {tried} Adressen, die sie nannte, hat keine geantwortet.</translation>
    </message>
    <message>
        <source>Open it as the Matroska file that it is, which video players do as well.</source>
        <translation>Öffnen Sie sie als die Matroska-Datei, die sie ist; Videoplayer können das ebenso.</translation>
    </message>
    <message>
        <source>Picture and sound do not need it, and it is opened again.</source>
        <translation>Bild und Ton brauchen sie nicht, und sie wird wieder geöffnet.</translation>
    </message>
    <message>
        <source>Picture and sound stand still.</source>
        <translation>Bild und Ton stehen still.</translation>
    </message>
    <message>
        <source>Plug a microphone in, or choose one.</source>
        <translation>Schließen Sie ein Mikrofon an, oder wählen Sie eines.</translation>
    </message>
    <message>
        <source>Plug it in or choose another one.</source>
        <translation>Schließen Sie es an, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Plug one in and choose it.</source>
        <translation>Schließen Sie eines an und wählen Sie es aus.</translation>
    </message>
    <message>
        <source>Raise its volume in the system&apos;s sound settings, or come closer.</source>
        <translation>Stellen Sie es in den Toneinstellungen des Systems lauter, oder kommen Sie näher.</translation>
    </message>
    <message>
        <source>Raise the cap with the avatar service, then try again.</source>
        <translation>Erhöhen Sie die Grenze beim Avatar-Dienst und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindung wird wiederhergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>Nehmen Sie noch einmal auf.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>Nehmen Sie auf einen anderen Datenträger auf.</translation>
    </message>
    <message>
        <source>Remove it, then keep your tokens again: persona-viewer token set --broker URL.</source>
        <translation>Löschen Sie sie und bewahren Sie Ihre Tokens neu auf: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Restart PulseAudio or PipeWire.</source>
        <translation>Starten Sie PulseAudio oder PipeWire neu.</translation>
    </message>
    <message>
        <source>Say it in parts.</source>
        <translation>Sagen Sie es in Teilen.</translation>
    </message>
    <message>
        <source>See persona-viewer --help.</source>
        <translation>Siehe persona-viewer --help.</translation>
    </message>
    <message>
        <source>Send shorter pieces.</source>
        <translation>Senden Sie kürzere Stücke.</translation>
    </message>
    <message>
        <source>Setting up picture and sound…</source>
        <translation>Bild und Ton werden eingerichtet&#xa0;…</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie es.</translation>
    </message>
    <message>
        <source>Something in this program failed ({name}).</source>
        <translation>In diesem Programm ist etwas fehlgeschlagen ({name}).</translation>
    </message>
    <message>
        <source>Something in this program failed.</source>
        <translation>In diesem Programm ist etwas fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Sound comes, and no picture did for a second.</source>
        <translation>Ton kommt, doch seit einer Sekunde kein Bild.</translation>
    </message>
    <message>
        <source>That could not be sent to the avatar engine.</source>
        <translation>Das konnte nicht an die Avatar-Engine gesendet werden.</translation>
    </message>
    <message>
        <source>That is not a JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>That is not a URL of a broker</source>
        <translation>Das ist keine URL eines Brokers</translation>
    </message>
    <message>
        <source>That is not a broker: {why}.</source>
        <translation>Das ist kein Broker: {why}.</translation>
    </message>
    <message>
        <source>That is not a token.</source>
        <translation>Das ist kein Token.</translation>
    </message>
    <message>
        <source>That is too long for one message.</source>
        <translation>Das ist zu lang für eine Nachricht.</translation>
    </message>
    <message>
        <source>That is too much sound for one message.</source>
        <translation>Das ist zu viel Ton für eine Nachricht.</translation>
    </message>
    <message>
        <source>That setting is not usable.</source>
        <translation>Diese Einstellung ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>That talk stream is over.</source>
        <translation>Dieser Sprechstrom ist zu Ende.</translation>
    </message>
    <message>
        <source>That text is too long.</source>
        <translation>Dieser Text ist zu lang.</translation>
    </message>
    <message>
        <source>That tool call awaits no answer.</source>
        <translation>Dieser Werkzeugaufruf wartet auf keine Antwort.</translation>
    </message>
    <message>
        <source>That {what} is not usable: {fault}.</source>
        <translation>Das ist nicht brauchbar ({what}): {fault}.</translation>
    </message>
    <message>
        <source>The WebSocket is not open.</source>
        <translation>Der WebSocket ist nicht offen.</translation>
    </message>
    <message>
        <source>The account has no active plan.</source>
        <translation>Das Konto hat keinen aktiven Tarif.</translation>
    </message>
    <message>
        <source>The account&apos;s spend cap is reached.</source>
        <translation>Die Ausgabengrenze des Kontos ist erreicht.</translation>
    </message>
    <message>
        <source>The account&apos;s usage limit is reached.</source>
        <translation>Die Nutzungsgrenze des Kontos ist erreicht.</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>Die Antwort ist kein JSON.</translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation>Die Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The answer&apos;s field {field} is missing or wrong.</source>
        <translation>Das Feld {field} der Antwort fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The avatar engine cannot be reached, not even through the relay.</source>
        <translation>Die Avatar-Engine ist nicht erreichbar, auch nicht über das Relay.</translation>
    </message>
    <message>
        <source>The avatar engine did not answer the offer.</source>
        <translation>Die Avatar-Engine hat auf das Angebot nicht geantwortet.</translation>
    </message>
    <message>
        <source>The avatar engine has not been reached for {PATIENCE} s.</source>
        <translation>Die Avatar-Engine ist seit {PATIENCE} s nicht erreicht worden.</translation>
    </message>
    <message>
        <source>The avatar engine sends another size.</source>
        <translation>Die Avatar-Engine sendet eine andere Größe.</translation>
    </message>
    <message>
        <source>The avatar engine sends no picture.</source>
        <translation>Die Avatar-Engine sendet kein Bild.</translation>
    </message>
    <message>
        <source>The avatar engine was reached, but no encrypted connection came about.</source>
        <translation>Die Avatar-Engine wurde erreicht, aber es kam keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>The avatar engine&apos;s answer could not be used.</source>
        <translation>Die Antwort der Avatar-Engine war nicht verwendbar.</translation>
    </message>
    <message>
        <source>The avatar service did not accept the request.</source>
        <translation>Der Avatar-Dienst hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The avatar service does not know this persona.</source>
        <translation>Der Avatar-Dienst kennt diese Persona nicht.</translation>
    </message>
    <message>
        <source>The avatar service does not permit this session.</source>
        <translation>Der Avatar-Dienst erlaubt diese Sitzung nicht.</translation>
    </message>
    <message>
        <source>The avatar service ended the session.</source>
        <translation>Der Avatar-Dienst hat die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The avatar service refused the broker&apos;s key.</source>
        <translation>Der Avatar-Dienst hat den Schlüssel des Brokers abgelehnt.</translation>
    </message>
    <message>
        <source>The avatar service refused the session.</source>
        <translation>Der Avatar-Dienst hat die Sitzung abgelehnt.</translation>
    </message>
    <message>
        <source>The avatar service reported an error.</source>
        <translation>Der Avatar-Dienst hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>The avatar service sent a warning.</source>
        <translation>Der Avatar-Dienst hat eine Warnung gesendet.</translation>
    </message>
    <message>
        <source>The avatar speaks, and nothing is heard.</source>
        <translation>Der Avatar spricht, und nichts ist zu hören.</translation>
    </message>
    <message>
        <source>The avatar&apos;s picture or sound is missing.</source>
        <translation>Bild oder Ton des Avatars fehlt.</translation>
    </message>
    <message>
        <source>The broker asked the service {attempts} times for the session.</source>
        <translation>Der Broker hat den Dienst {attempts}-mal um die Sitzung gebeten.</translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>Der Broker ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The broker does not accept the token</source>
        <translation>Der Broker nimmt das Token nicht an</translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation>Der Broker antwortet nicht.</translation>
    </message>
    <message>
        <source>The broker has moved to {url}.</source>
        <translation>Der Broker ist nach {url} umgezogen.</translation>
    </message>
    <message>
        <source>The broker has moved.</source>
        <translation>Der Broker ist umgezogen.</translation>
    </message>
    <message>
        <source>The broker has not answered for {PATIENCE} s.</source>
        <translation>Der Broker hat seit {PATIENCE} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The broker limits it.</source>
        <translation>Der Broker begrenzt sie.</translation>
    </message>
    <message>
        <source>The broker reported an error ({status}).</source>
        <translation>Der Broker hat einen Fehler gemeldet ({status}).</translation>
    </message>
    <message>
        <source>The broker wants a token.</source>
        <translation>Der Broker verlangt ein Token.</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing</source>
        <translation>Die URL des Brokers fehlt</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a list of personas.</source>
        <translation>Die Antwort des Brokers ist keine Liste von Personas.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a session.</source>
        <translation>Die Antwort des Brokers ist keine Sitzung.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer means “{code}”.</source>
        <translation>Die Antwort des Brokers bedeutet „{code}“.</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not trusted.</source>
        <translation>Dem Zertifikat des Brokers wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The connection broke. Connecting again; what you type is kept.</source>
        <translation>Die Verbindung ist abgerissen und wird neu aufgebaut; was Sie eingeben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection for picture and sound failed.</source>
        <translation>Die Verbindung für Bild und Ton ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording has ended.</source>
        <translation>Der Datenträger ist voll, daher ist die Aufnahme beendet.</translation>
    </message>
    <message>
        <source>The disk is too slow, so parts of the recording are missing.</source>
        <translation>Der Datenträger ist zu langsam, daher fehlen Teile der Aufnahme.</translation>
    </message>
    <message>
        <source>The events cannot be written to {path}: {strerror}.</source>
        <translation>Die Ereignisse können nicht nach {path} geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens can be read or changed by others.</source>
        <translation>Die Datei {file} mit Tokens kann von anderen gelesen oder geändert werden.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be read: {strerror}.</source>
        <translation>Die Datei {file} mit Tokens kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be written: {strerror}.</source>
        <translation>Die Datei {file} mit Tokens kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens is damaged.</source>
        <translation>Die Datei {file} mit Tokens ist beschädigt.</translation>
    </message>
    <message>
        <source>The gateway does not let this session through to the avatar engine.</source>
        <translation>Das Gateway lässt diese Sitzung nicht zur Avatar-Engine durch.</translation>
    </message>
    <message>
        <source>The installed aiortc or aioice does not fit: {missing} is missing.</source>
        <translation>Das installierte aiortc oder aioice passt nicht: {missing} fehlt.</translation>
    </message>
    <message>
        <source>The line to the avatar engine broke.</source>
        <translation>Die Leitung zur Avatar-Engine ist abgerissen.</translation>
    </message>
    <message>
        <source>The line to the avatar engine failed.</source>
        <translation>Die Leitung zur Avatar-Engine ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The line to the avatar engine is lost.</source>
        <translation>Die Leitung zur Avatar-Engine ist abgerissen.</translation>
    </message>
    <message>
        <source>The microphone delivers nothing but digital silence.</source>
        <translation>Das Mikrofon liefert nur digitale Stille.</translation>
    </message>
    <message>
        <source>The microphone does not hear you.</source>
        <translation>Das Mikrofon hört Sie nicht.</translation>
    </message>
    <message>
        <source>The microphone hears you too quietly.</source>
        <translation>Das Mikrofon hört Sie zu leise.</translation>
    </message>
    <message>
        <source>The microphone is muted in the system.</source>
        <translation>Das Mikrofon ist im System stummgeschaltet.</translation>
    </message>
    <message>
        <source>The microphone is too loud, which distorts your voice.</source>
        <translation>Das Mikrofon ist zu laut, was Ihre Stimme verzerrt.</translation>
    </message>
    <message>
        <source>The persona could not be told to speak.</source>
        <translation>Der Persona konnte nichts zu sprechen gegeben werden.</translation>
    </message>
    <message>
        <source>The persona was not told to speak: the engine answered {status_code}.</source>
        <translation>Der Persona wurde nichts zu sprechen gegeben: Die Engine antwortete {status_code}.</translation>
    </message>
    <message>
        <source>The persona&apos;s ID is missing or too long.</source>
        <translation>Die Persona-ID fehlt oder ist zu lang.</translation>
    </message>
    <message>
        <source>The persona&apos;s pictures cannot be recorded.</source>
        <translation>Die Bilder der Persona können nicht aufgenommen werden.</translation>
    </message>
    <message>
        <source>The picture and sound of the avatar stopped.</source>
        <translation>Bild und Ton des Avatars sind stehen geblieben.</translation>
    </message>
    <message>
        <source>The picture is {width1}×{height1} now and was {width2}×{height2}.</source>
        <translation>Das Bild ist jetzt {width1}×{height1} und war {width2}×{height2}.</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <translation>Das Bild steht still.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>Der Proxy ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The recording cannot be written.</source>
        <translation>Die Aufnahme kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The recording cannot be written: {why}.</source>
        <translation>Die Aufnahme kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>The recording could not be made an MP4 file.</source>
        <translation>Aus der Aufnahme konnte keine MP4-Datei werden.</translation>
    </message>
    <message>
        <source>The relay refused this session&apos;s credentials, and there is no direct way.</source>
        <translation>Das Relay hat die Zugangsdaten dieser Sitzung abgelehnt, und einen direkten Weg gibt es nicht.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not trusted, and there is no direct way.</source>
        <translation>Dem Zertifikat des Relays wird nicht vertraut, und einen direkten Weg gibt es nicht.</translation>
    </message>
    <message>
        <source>The session could not be saved as “{name}”: {why}.</source>
        <translation>Die Sitzung konnte nicht als „{name}“ gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>The session ends after {seconds} s.</source>
        <translation>Die Sitzung endet nach {seconds} s.</translation>
    </message>
    <message>
        <source>The session was over after {lasted} s.</source>
        <translation>Die Sitzung war nach {lasted} s zu Ende.</translation>
    </message>
    <message>
        <source>The setting {name} is wrong: {sentence}.</source>
        <translation>Die Einstellung {name} ist falsch: {sentence}.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {strerror}.</source>
        <translation>Die Einstellungsdatei {file} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The settings file {file} is not TOML: {error}.</source>
        <translation>Die Einstellungsdatei {file} ist kein TOML: {error}.</translation>
    </message>
    <message>
        <source>The sound device could not be opened.</source>
        <translation>Das Tongerät konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The sound devices cannot be used ({why}).</source>
        <translation>Die Tongeräte können nicht benutzt werden ({why}).</translation>
    </message>
    <message>
        <source>The sound server cannot be asked.</source>
        <translation>Der Soundserver kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>The system has muted what this program records.</source>
        <translation>Das System hat stummgeschaltet, was dieses Programm aufnimmt.</translation>
    </message>
    <message>
        <source>The system records “{name}”, which is no microphone.</source>
        <translation>Das System nimmt „{name}“ auf, und das ist kein Mikrofon.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the token up.</source>
        <translation>Der Schlüsselbund des Systems gibt das Token nicht heraus.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is of an unknown kind.</source>
        <translation>Der Proxy des Systems ist von unbekannter Art.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in the system&apos;s keyring.</source>
        <translation>Das Token für {broker} wird im Schlüsselbund des Systems aufbewahrt.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in {tokens_file}, which only you can read: no keyring took it.</source>
        <translation>Das Token für {broker} wird in {tokens_file} aufbewahrt, die nur Sie lesen können: Kein Schlüsselbund nahm es an.</translation>
    </message>
    <message>
        <source>The {what} “{name}” is not there, so the system&apos;s default is used.</source>
        <translation>{what} „{name}“ ist nicht da, deshalb wird der Systemstandard benutzt.</translation>
    </message>
    <message>
        <source>The {which} could not be opened.</source>
        <translation>{which} konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The {which} could not be opened: its driver failed ({why}).</source>
        <translation>{which} konnte nicht geöffnet werden: Der Treiber hat versagt ({why}).</translation>
    </message>
    <message>
        <source>The {which} is in use.</source>
        <translation>{which} wird schon benutzt.</translation>
    </message>
    <message>
        <source>The {word} “{name}” is not there.</source>
        <translation>{word} „{name}“ ist nicht da.</translation>
    </message>
    <message>
        <source>There is no PulseAudio and no PipeWire.</source>
        <translation>Es gibt kein PulseAudio und kein PipeWire.</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>Es gibt noch keine Sitzung.</translation>
    </message>
    <message>
        <source>They were sent, and the network did not bring them.</source>
        <translation>Sie wurden gesendet, und das Netz hat sie nicht gebracht.</translation>
    </message>
    <message>
        <source>This broker has no gateway.</source>
        <translation>Dieser Broker hat kein Gateway.</translation>
    </message>
    <message>
        <source>This network lets no UDP through, and no relay can be reached.</source>
        <translation>Dieses Netzwerk lässt kein UDP durch, und kein Relay ist erreichbar.</translation>
    </message>
    <message>
        <source>This program may not use the microphone.</source>
        <translation>Dieses Programm darf das Mikrofon nicht benutzen.</translation>
    </message>
    <message>
        <source>This program may not use the {which}.</source>
        <translation>Dieses Programm darf {which} nicht benutzen.</translation>
    </message>
    <message>
        <source>This session is in another service&apos;s room, which cannot be joined here.</source>
        <translation>Diese Sitzung ist im Raum eines anderen Dienstes, dem hier nicht beigetreten werden kann.</translation>
    </message>
    <message>
        <source>This session may only go through a relay, and none can be reached.</source>
        <translation>Diese Sitzung darf nur über ein Relay laufen, und keines ist erreichbar.</translation>
    </message>
    <message>
        <source>Too much is waiting to be said.</source>
        <translation>Es wartet schon zu viel darauf, gesagt zu werden.</translation>
    </message>
    <message>
        <source>Too much is waiting to be spoken.</source>
        <translation>Es wartet schon zu viel darauf, gesprochen zu werden.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Versuchen Sie es gleich noch einmal; bleibt es dabei, fragen Sie den Betreiber des Brokers.</translation>
    </message>
    <message>
        <source>Try again in {value}, or raise the limit with the avatar service.</source>
        <translation>Versuchen Sie es in {value} erneut, oder erhöhen Sie die Grenze beim Avatar-Dienst.</translation>
    </message>
    <message>
        <source>Try again in {value}.</source>
        <translation>Versuchen Sie es in {value} erneut.</translation>
    </message>
    <message>
        <source>Try again in {value}; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Versuchen Sie es in {value} erneut; bleibt es dabei, fragen Sie den Betreiber des Brokers.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask the avatar service&apos;s operator.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, fragen Sie den Betreiber des Avatar-Dienstes.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask your network&apos;s operator what drops large UDP packets.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, fragen Sie den Betreiber Ihres Netzwerks, was große UDP-Pakete verwirft.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, run persona-viewer doctor on this network.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, führen Sie in diesem Netzwerk persona-viewer doctor aus.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar engine or its TURN server has a fault.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, hat die Avatar-Engine oder ihr TURN-Server einen Fehler.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar service has a fault.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, hat der Avatar-Dienst einen Fehler.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the broker&apos;s log says more.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, steht im Protokoll des Brokers mehr.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the engine speaks a version or codec that this viewer does not.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, spricht die Engine eine Version oder einen Codec, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, look at the log (--log-level info).</source>
        <translation>Versuchen Sie es erneut; geschieht es wieder, sehen Sie im Protokoll nach (--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with what the log says (--log-level info).</source>
        <translation>Versuchen Sie es erneut; geschieht es wieder, melden Sie es mit dem, was im Protokoll steht (--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it stays silent, restart the broker.</source>
        <translation>Versuchen Sie es erneut; schweigt er weiter, starten Sie den Broker neu.</translation>
    </message>
    <message>
        <source>Try another persona, or ask the broker&apos;s operator to mend what the service names.</source>
        <translation>Versuchen Sie eine andere Persona, oder bitten Sie den Betreiber des Brokers, zu beheben, was der Dienst nennt.</translation>
    </message>
    <message>
        <source>Try another persona; if it goes on, the avatar service has a fault.</source>
        <translation>Versuchen Sie eine andere Persona; bleibt es dabei, hat der Avatar-Dienst einen Fehler.</translation>
    </message>
    <message>
        <source>Turn it up in the system&apos;s sound settings.</source>
        <translation>Stellen Sie es in den Toneinstellungen des Systems lauter.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es erneut, oder entfernen Sie „{broker}“ von „{SERVICE}“ mit seinem eigenen Programm.</translation>
    </message>
    <message>
        <source>Unmute Persona Viewer among the recordings in the system&apos;s sound settings.</source>
        <translation>Heben Sie unter den Aufnahmen in den Toneinstellungen des Systems die Stummschaltung von Persona Viewer auf.</translation>
    </message>
    <message>
        <source>Unmute it in the system&apos;s sound settings, or with the key on the keyboard or headset.</source>
        <translation>Heben Sie die Stummschaltung in den Toneinstellungen des Systems auf, oder mit der Taste an Tastatur oder Headset.</translation>
    </message>
    <message>
        <source>Unmute yourself with the microphone button.</source>
        <translation>Schalten Sie sich mit dem Mikrofonknopf ein.</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <translation>Aktualisieren Sie diesen hier.</translation>
    </message>
    <message>
        <source>Wait a moment, then say it again in shorter parts.</source>
        <translation>Warten Sie einen Moment und sagen Sie es dann in kürzeren Teilen.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>Wait for the connection.</source>
        <translation>Warten Sie auf die Verbindung.</translation>
    </message>
    <message>
        <source>Wait until it is.</source>
        <translation>Warten Sie, bis er es ist.</translation>
    </message>
    <message>
        <source>Wait until the limit is renewed, or raise it with the avatar service.</source>
        <translation>Warten Sie, bis die Grenze erneuert wird, oder erhöhen Sie sie beim Avatar-Dienst.</translation>
    </message>
    <message>
        <source>Wait until the persona is there.</source>
        <translation>Warten Sie, bis die Persona da ist.</translation>
    </message>
    <message>
        <source>Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off.</source>
        <translation>Sprechen Sie erst, wenn der Avatar schweigt; mit Kopfhörern schalten Sie die Echounterdrückung aus.</translation>
    </message>
    <message>
        <source>What {source} holds is not a token.</source>
        <translation>Was {source} enthält, ist kein Token.</translation>
    </message>
    <message>
        <source>With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>Mit Kopfhörern ist das richtig so. Sonst stellen Sie lauter, oder wählen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>You are speaking, but your microphone is off.</source>
        <translation>Sie sprechen, aber Ihr Mikrofon ist aus.</translation>
    </message>
    <message>
        <source>Your microphone has not heard you for a while.</source>
        <translation>Ihr Mikrofon hat Sie eine Weile nicht gehört.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>Ihr Mikrofon hört Ihren Lautsprecher gut; die Echounterdrückung wird gebraucht.</translation>
    </message>
    <message>
        <source>and keep it: persona-viewer token set --broker {broker}</source>
        <translation>und bewahren Sie es auf: persona-viewer token set --broker {broker}</translation>
    </message>
    <message>
        <source>and put it into {VARIABLE}</source>
        <translation>und tragen Sie es in {VARIABLE} ein</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>holds no certificate that can be read</source>
        <translation>enthält kein lesbares Zertifikat</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>it answers with a web page ({status})</source>
        <translation>sie antwortet mit einer Webseite ({status})</translation>
    </message>
    <message>
        <source>it answers with nothing ({status})</source>
        <translation>sie antwortet mit nichts ({status})</translation>
    </message>
    <message>
        <source>it answers {status}</source>
        <translation>sie antwortet {status}</translation>
    </message>
    <message>
        <source>it has to be a JSON object</source>
        <translation>sie muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>it has to be a URL like http://host:port or https://host/path</source>
        <translation>sie muss eine URL wie http://host:port oder https://host/path sein</translation>
    </message>
    <message>
        <source>it holds a user name or a password; leave them out, and keep the broker&apos;s token with persona-viewer token set --broker URL</source>
        <translation>sie enthält einen Benutzernamen oder ein Passwort; lassen Sie beides weg und bewahren Sie das Token des Brokers auf mit persona-viewer token set --broker URL</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>{mend}, or unset {name}.</source>
        <translation>{mend}, oder setzen Sie {name} nicht.</translation>
    </message>
    <message>
        <source>{name} names {place}, which {fault}{why}.</source>
        <translation>{name} nennt {place}; das {fault}{why}.</translation>
    </message>
    <message>
        <source>{sequence} would be typed; add Ctrl or Alt, or take a key like F5</source>
        <translation>{sequence} würde getippt; nehmen Sie Strg oder Alt dazu, oder eine Taste wie F5</translation>
    </message>
    <message>
        <source>{which} is muted in the system.</source>
        <translation>{which} ist im System stummgeschaltet.</translation>
    </message>
    <message>
        <source>{which} is turned down to {percent} % in the system.</source>
        <translation>{which} ist im System auf {percent}&#xa0;% heruntergeregelt.</translation>
    </message>
    <message>
        <source>{word} of this computer</source>
        <translation>{word} dieses Computers</translation>
    </message>
    <message>
        <source>{word} “{name}”</source>
        <translation>{word} „{name}“</translation>
    </message>
</context>
<context>
    <name>Setback</name>
    <message>
        <source>Ask the broker&apos;s operator for one, and enter it here.</source>
        <translation>Bitten Sie den Betreiber des Brokers um eines, und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>Keeping the token …</source>
        <translation>Das Token wird aufbewahrt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Heard in all windows during a talk, while push to talk is on</source>
        <translation>Wirkt während eines Gesprächs in allen Fenstern, solange die Sprechtaste eingeschaltet ist</translation>
    </message>
    <message>
        <source>That key is needed for typing and moving. Hold Ctrl or Alt with it.</source>
        <translation>Diese Taste wird zum Tippen und Bewegen gebraucht. Halten Sie Strg oder Alt dazu.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close {panel}</source>
        <translation>{panel} schließen</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Back to the window</source>
        <translation>Zurück zum Fenster</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>Gespräch beenden</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Mikrofon stummschalten</translation>
    </message>
    <message>
        <source>Persona Viewer, small window</source>
        <translation>Persona Viewer, kleines Fenster</translation>
    </message>
</context>
<context>
    <name>SnippetBar</name>
    <message>
        <source>Keep snippets on this computer, in the settings file</source>
        <translation>Vorlagen auf diesem Computer behalten, in der Einstellungsdatei</translation>
    </message>
    <message>
        <source>Keep this form as a snippet</source>
        <translation>Dieses Formular als Vorlage merken</translation>
    </message>
    <message>
        <source>Keep this form as…</source>
        <translation>Dieses Formular merken als…</translation>
    </message>
    <message>
        <source>Name of a snippet</source>
        <translation>Name einer Vorlage</translation>
    </message>
    <message>
        <source>Remove the snippet</source>
        <translation>Die Vorlage entfernen</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>SoundForm</name>
    <message>
        <source>16-bit PCM, at best 24 kHz and one channel</source>
        <translation>PCM mit 16 Bit, am besten 24 kHz und ein Kanal</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Wählen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>It has to be 16-bit PCM of 8 to 192 kHz: convert it first.</source>
        <translation>Es muss PCM mit 16 Bit und 8 bis 192 kHz sein: Wandeln Sie sie zuerst um.</translation>
    </message>
    <message>
        <source>It may take {minutes} minutes at most: cut it first.</source>
        <translation>Es darf höchstens {minutes} Minuten dauern: Kürzen Sie es zuerst.</translation>
    </message>
    <message>
        <source>It takes {seconds} s.</source>
        <translation>Es dauert {seconds} s.</translation>
    </message>
    <message>
        <source>Let the avatar speak what the microphone hears</source>
        <translation>Den Avatar sprechen lassen, was das Mikrofon hört</translation>
    </message>
    <message>
        <source>That file cannot be read: choose another one.</source>
        <translation>Diese Datei ist nicht lesbar: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>That is no WAV file of PCM: convert it first.</source>
        <translation>Das ist keine WAV-Datei mit PCM: Wandeln Sie sie zuerst um.</translation>
    </message>
    <message>
        <source>The file is being read; try again in a moment.</source>
        <translation>Die Datei wird gelesen; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no sound in that file.</source>
        <translation>In dieser Datei ist kein Ton.</translation>
    </message>
    <message>
        <source>WAV file</source>
        <translation>WAV-Datei</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Asking {name} who is there …</source>
        <translation>{name} wird gefragt, wer da ist&#xa0;…</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Mikrofon und Lautsprecher prüfen</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The demo did not start.</source>
        <translation>Die Demo ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, start it in a terminal: persona-viewer demo.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, starten Sie sie in einem Terminal: persona-viewer demo.</translation>
    </message>
    <message>
        <source>{name} names no personas. Call one by its ID.</source>
        <translation>{name} nennt keine Personas. Rufen Sie eine mit ihrer ID an.</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>State: {words}</source>
        <translation>Zustand: {words}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Speak, or touch the screen.</source>
        <translation>Sprechen Sie, oder berühren Sie den Bildschirm.</translation>
    </message>
</context>
<context>
    <name>StreamForm</name>
    <message>
        <source>Give the stream a name.</source>
        <translation>Geben Sie dem Strom einen Namen.</translation>
    </message>
    <message>
        <source>It is the last piece</source>
        <translation>Es ist das letzte Stück</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation>Äußerung</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>none, or a UUID</source>
        <translation>keine, oder eine UUID</translation>
    </message>
</context>
<context>
    <name>TalkAnywhere</name>
    <message>
        <source>Another program uses {keys}, so it cannot be your key to talk from any window. Choose another key.</source>
        <translation>Ein anderes Programm benutzt {keys}; damit können Sie nicht aus jedem Fenster sprechen. Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>On this system no key is heard in other windows. Use the window&apos;s own key to talk.</source>
        <translation>Auf diesem System wirkt keine Taste in anderen Fenstern. Sprechen Sie mit der Taste des Fensters.</translation>
    </message>
    <message>
        <source>The desktop took back the key to talk from any window. It is asked again at the next talk.</source>
        <translation>Der Desktop hat die Taste zum Sprechen aus jedem Fenster zurückgenommen. Beim nächsten Gespräch wird er wieder gefragt.</translation>
    </message>
    <message>
        <source>This desktop gives keys for all windows only to programs in its menu. Install persona-viewer.desktop.</source>
        <translation>Dieser Desktop gibt Tasten für alle Fenster nur Programmen in seinem Menü. Installieren Sie persona-viewer.desktop.</translation>
    </message>
    <message>
        <source>This desktop gives programs no key that is heard in all windows. Use the window&apos;s own key to talk.</source>
        <translation>Dieser Desktop gibt Programmen keine Taste, die in allen Fenstern wirkt. Sprechen Sie mit der Taste des Fensters.</translation>
    </message>
    <message>
        <source>This keyboard has no {keys}, your key to talk from any window. Choose another key.</source>
        <translation>Dieser Tastatur fehlt {keys}, Ihre Taste zum Sprechen aus jedem Fenster. Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>Your desktop asks you about this key when a talk begins, and may choose another one.</source>
        <translation>Ihr Desktop fragt Sie nach dieser Taste, wenn ein Gespräch beginnt, und wählt vielleicht eine andere.</translation>
    </message>
    <message>
        <source>Your desktop gave no key to talk from any window. It is asked again at the next talk.</source>
        <translation>Ihr Desktop hat keine Taste zum Sprechen aus jedem Fenster gegeben. Beim nächsten Gespräch wird er wieder gefragt.</translation>
    </message>
    <message>
        <source>Your desktop has no key for this. Choose one in the desktop&apos;s settings.</source>
        <translation>Ihr Desktop hat dafür keine Taste. Wählen Sie eine in den Einstellungen des Desktops.</translation>
    </message>
    <message>
        <source>Your desktop uses {keys} for this. You can change it in the desktop&apos;s settings.</source>
        <translation>Ihr Desktop benutzt dafür {keys}. Das können Sie in den Einstellungen des Desktops ändern.</translation>
    </message>
</context>
<context>
    <name>TalkManners</name>
    <message>
        <source>The talk with {name} is over</source>
        <translation>Das Gespräch mit {name} ist beendet</translation>
    </message>
    <message>
        <source>{name} is waiting for you</source>
        <translation>{name} wartet auf Sie</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>The talk ends in {time}.</source>
        <translation>Das Gespräch endet in {time}.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>noch {minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln line(s) found.</source>
        <translation>
            <numerusform>%Ln Zeile gefunden.</numerusform>
            <numerusform>%Ln Zeilen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>Datenkanal</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Figures and heartbeats</source>
        <translation>Zahlen und Lebenszeichen</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Dem Neuesten folgen</translation>
    </message>
    <message>
        <source>Offer and answer</source>
        <translation>Angebot und Antwort</translation>
    </message>
    <message>
        <source>Save as rtcstats…</source>
        <translation>Als rtcstats speichern…</translation>
    </message>
    <message>
        <source>Save for webrtc-internals viewers…</source>
        <translation>Für Betrachter von webrtc-internals speichern…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Save with addresses</source>
        <translation>Mit Adressen speichern</translation>
    </message>
    <message>
        <source>Save, addresses masked</source>
        <translation>Mit verdeckten Adressen speichern</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Signalisierung</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>Es gibt noch nichts zu speichern.</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>ToolForm</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer tools by hand: nothing else answers them then</source>
        <translation>Werkzeuge von Hand beantworten: Dann antwortet nichts anderes</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>It is called with {arguments}</source>
        <translation>Es wird aufgerufen mit {arguments}</translation>
    </message>
    <message>
        <source>JSON, or words</source>
        <translation>JSON, oder Worte</translation>
    </message>
    <message>
        <source>No call awaits an answer</source>
        <translation>Kein Aufruf wartet auf Antwort</translation>
    </message>
    <message>
        <source>No call awaits an answer.</source>
        <translation>Kein Aufruf wartet auf Antwort.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The last call failed: {why}</source>
        <translation>Der letzte Aufruf schlug fehl: {why}</translation>
    </message>
    <message>
        <source>Write what went wrong.</source>
        <translation>Schreiben Sie, was schiefging.</translation>
    </message>
</context>
<context>
    <name>TouchBar</name>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Noch einmal sagen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>%n frühere Zeile wird nicht behalten.</numerusform>
            <numerusform>%n frühere Zeilen werden nicht behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is copied.</source>
        <translation>Alles ist kopiert.</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
    <message>
        <source>Clear the transcript</source>
        <translation>Mitschrift leeren</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy what is selected, or all</source>
        <translation>Die Auswahl kopieren, oder alles</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>Mitschrift exportieren</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>Zur neuesten Zeile</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>The transcript is cleared.</source>
        <translation>Die Mitschrift ist geleert.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>{kind} (.{suffix})</source>
        <translation>{kind} (.{suffix})</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>What you and the avatar say appears here.</source>
        <translation>Was Sie und der Avatar sagen, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Leave the talk</source>
        <translation>Gespräch verlassen</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Mikrofon stummschalten</translation>
    </message>
    <message>
        <source>Persona Viewer: talking to {name}</source>
        <translation>Persona Viewer: im Gespräch mit {name}</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>First movement of the mouth: {p50} and {p95}.</source>
        <translation>Erste Bewegung des Mundes: {p50} und {p95}.</translation>
    </message>
    <message>
        <source>First sound: half of them within {p50}, 95 % within {p95}. First word: {w50} and {w95}.</source>
        <translation>Erster Ton: die Hälfte innerhalb von {p50}, 95 % innerhalb von {p95}. Erstes Wort: {w50} und {w95}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>Nobody has been answered yet.</source>
        <translation>Noch wurde niemandem geantwortet.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>Der Benutzer</translation>
    </message>
    <message>
        <source>Those places of the picture that change most while the persona is heard, and little while it is silent, are its mouth. It moves in the first picture in which they change far more than just before. Nothing is told until the mouth has been found, in the first seconds of speech.</source>
        <translation>Die Stellen des Bildes, die sich am meisten ändern, während die Persona zu hören ist, und wenig, während sie schweigt, sind ihr Mund. Er bewegt sich im ersten Bild, in dem sie sich weit mehr ändern als unmittelbar davor. Bis der Mund in den ersten Sekunden ihrer Rede gefunden ist, wird nichts angegeben.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Wortwechsel</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>sent a text</source>
        <translation>schickte einen Text</translation>
    </message>
    <message>
        <source>stopped speaking</source>
        <translation>hörte auf zu sprechen</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
</context>
<context>
    <name>VideoWidget</name>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
</context>
<context>
    <name>VolumeButton</name>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Volume: {percent}</source>
        <translation>Lautstärke: {percent}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>Schreiben Sie zuerst etwas.</translation>
    </message>
</context>
</TS>
