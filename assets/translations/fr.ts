<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.</source>
        <translation>Une lettre seule serait saisie. Maintenez avec elle Ctrl, Alt ou Maj et Ctrl.</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Toujours au premier plan</translation>
    </message>
    <message>
        <source>Bring back what was cleared</source>
        <translation>Rétablir ce qui a été effacé</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>Choisir le haut-parleur</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Choisir le microphone</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>Terminer la conversation</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Remplir la fenêtre</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Adapter à la fenêtre</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Have the message said word for word</source>
        <translation>Faire dire le message mot pour mot</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>Couper le microphone</translation>
    </message>
    <message>
        <source>Other programs need that key. Hold Ctrl, Alt or Meta with it, or take one like F9.</source>
        <translation>D’autres programmes ont besoin de cette touche. Maintenez Ctrl, Alt ou Meta avec elle, ou prenez-en une comme F9.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Appuyer pour parler</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Record the talk</source>
        <translation>Enregistrer la conversation</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Afficher toute l’image</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Petite fenêtre</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech</source>
        <translation>Interrompre l’avatar</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech, or leave full screen</source>
        <translation>Interrompre l’avatar, ou quitter le plein écran</translation>
    </message>
    <message>
        <source>Talk from any window, while it is held</source>
        <translation>Parler depuis toute fenêtre, tant qu’elle est maintenue</translation>
    </message>
    <message>
        <source>Talk, while it is held</source>
        <translation>Parler, tant qu’elle est maintenue</translation>
    </message>
    <message>
        <source>That is no key that this computer knows. Press another one.</source>
        <translation>Cet ordinateur ne connaît pas cette touche. Appuyez sur une autre.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>“{action}” has that key already. Press another one.</source>
        <translation>«&#xa0;{action}&#xa0;» a déjà cette touche. Appuyez sur une autre.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Connected again.</source>
        <translation>De nouveau connecté.</translation>
    </message>
    <message>
        <source>Connected. You can talk now.</source>
        <translation>Connecté. Vous pouvez parler.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>Microphone coupé</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Microphone activé</translation>
    </message>
    <message>
        <source>The avatar is back.</source>
        <translation>L’avatar est de retour.</translation>
    </message>
    <message>
        <source>The talk is over.</source>
        <translation>La conversation est terminée.</translation>
    </message>
</context>
<context>
    <name>BrokerCheck</name>
    <message>
        <source>A web page answers there. If this is your broker, go on; else check the URL.</source>
        <translation>Une page web y répond. Si c’est votre broker, continuez&#x202f;; sinon, vérifiez l’URL.</translation>
    </message>
    <message>
        <source>It is there, and wants a token, which you can enter when you have added it.</source>
        <translation>Il est là et demande un jeton, que vous pourrez saisir une fois le broker ajouté.</translation>
    </message>
    <message>
        <source>It is there, but its certificate is not trusted.</source>
        <translation>Il est là, mais son certificat n’est pas approuvé.</translation>
    </message>
    <message>
        <source>It is there. Personas: {count}.</source>
        <translation>Il est là. Personas&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Looking at {url} …</source>
        <translation>Examen de {url}…</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the URL and your network.</source>
        <translation>Personne n’y répond. Vérifiez l’URL et votre réseau.</translation>
    </message>
    <message>
        <source>Somebody answers there and names no personas: you call them by their ID.</source>
        <translation>Quelqu’un y répond et ne nomme aucune persona&#xa0;: on les appelle par leur identifiant.</translation>
    </message>
    <message>
        <source>Somebody answers there, but that is not a broker.</source>
        <translation>Quelqu’un y répond, mais ce n’est pas un broker.</translation>
    </message>
    <message>
        <source>That is not a URL yet. It looks like https://broker.example.com.</source>
        <translation>Ce n’est pas encore une URL. Elle ressemble à https://broker.example.com.</translation>
    </message>
    <message>
        <source>The broker&apos;s operator knows its URL.</source>
        <translation>Le responsable du broker connaît son URL.</translation>
    </message>
</context>
<context>
    <name>BrokerPanel</name>
    <message>
        <source>As you like to call it</source>
        <translation>Le nom que vous voulez</translation>
    </message>
    <message>
        <source>Broker URL</source>
        <translation>URL du broker</translation>
    </message>
    <message>
        <source>Broker&apos;s name</source>
        <translation>Nom du broker</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Correct the broker&apos;s URL.</source>
        <translation>Corrigez l’URL du broker.</translation>
    </message>
    <message>
        <source>Joe lives on this computer: no account, no network.</source>
        <translation>Joe vit sur cet ordinateur&#xa0;: pas de compte, pas de réseau.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>Parler avec la démo</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing.</source>
        <translation>L’URL du broker manque.</translation>
    </message>
    <message>
        <source>Type it in, then go on.</source>
        <translation>Saisissez-la, puis continuez.</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>Utiliser ce broker</translation>
    </message>
    <message>
        <source>Your broker&apos;s URL</source>
        <translation>URL de votre broker</translation>
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
        <translation>Sous-titre</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Bottom</source>
        <translation>En bas</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Cartouche</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>Pas de sous-titres</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Ombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petite</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>En haut</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Très grande</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Call {name}</source>
        <translation>Appeler {name}</translation>
    </message>
    <message>
        <source>Forget that I called {name}</source>
        <translation>Oublier que j’ai appelé {name}</translation>
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
        <translation>récemment</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>A little quiet. Come closer, or turn the microphone up.</source>
        <translation>Un peu faible. Rapprochez-vous, ou montez le microphone.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Votre niveau</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Écoute…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Haut-parleur</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Microphone check</source>
        <translation>Vérification du microphone</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone. With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>Rien du son de test n’est revenu à votre microphone. Avec un casque, c’est normal. Sinon, montez le volume, ou choisissez un autre appareil.</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>Jouer un son de test</translation>
    </message>
    <message>
        <source>Playing it back…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Plays two short tones and listens whether your microphone hears them.</source>
        <translation>Joue deux sons brefs et écoute si votre microphone les entend.</translation>
    </message>
    <message>
        <source>Record 3 seconds</source>
        <translation>Enregistrer 3 secondes</translation>
    </message>
    <message>
        <source>Say something: the bar moves while you speak.</source>
        <translation>Dites quelque chose&#xa0;: la barre bouge pendant que vous parlez.</translation>
    </message>
    <message numerus="yes">
        <source>Speak… %n</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>Parlez…&#x202f;%n</numerusform>
            <numerusform>Parlez…&#x202f;%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the test sound</source>
        <translation>Arrêter le son de test</translation>
    </message>
    <message>
        <source>Test the echo</source>
        <translation>Tester l’écho</translation>
    </message>
    <message>
        <source>Too loud. Turn the microphone down, or move away from it.</source>
        <translation>Trop fort. Baissez le microphone, ou éloignez-vous-en.</translation>
    </message>
    <message>
        <source>What the microphone hears of the loudspeaker</source>
        <translation>Ce que le microphone entend du haut-parleur</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>On vous entend bien.</translation>
    </message>
    <message>
        <source>You will hear two short tones. Keep quiet for a moment.</source>
        <translation>Vous entendrez deux sons brefs. Restez silencieux un instant.</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Votre appel</translation>
    </message>
    <message>
        <source>Your call goes on. You are not heard in it until you close this check.</source>
        <translation>Votre appel continue. On ne vous y entend pas tant que cette vérification est ouverte.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>Votre microphone entend bien votre haut-parleur&#x202f;; l’annulation d’écho servira.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Have it said word for word</source>
        <translation>Faire dire mot pour mot</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>Réglages du microphone</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Envoyer le message</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>Interrompre</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>A report on this computer names the place in the program, and nothing that was said. It helps whoever mends it.</source>
        <translation>Un rapport sur cet ordinateur indique l’endroit dans le programme, et rien de ce qui a été dit. Il aide à réparer.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Persona Viewer ended unexpectedly last time.</source>
        <translation>Persona Viewer s’est arrêté inopinément la dernière fois.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Afficher le fichier</translation>
    </message>
    <message>
        <source>Something in Persona Viewer failed last time.</source>
        <translation>Quelque chose a échoué dans Persona Viewer la dernière fois.</translation>
    </message>
</context>
<context>
    <name>CueForm</name>
    <message>
        <source>At once</source>
        <translation>Tout de suite</translation>
    </message>
    <message>
        <source>At so many milliseconds of its speech</source>
        <translation>À ce nombre de millisecondes de sa parole</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Indication</translation>
    </message>
    <message>
        <source>In so many milliseconds</source>
        <translation>Dans ce nombre de millisecondes</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisecondes</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Starting the demo on this computer …</source>
        <translation>Démarrage de la démo sur cet ordinateur…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Session description</source>
        <translation>Description de session</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>Choisir le haut-parleur</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Choisir le microphone</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Haut-parleur</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Aucun haut-parleur</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Aucun microphone</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Par défaut du système</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (absent)</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>processor</source>
        <translation>processeur</translation>
    </message>
    <message>
        <source>processor, since the graphics driver failed</source>
        <translation>processeur, car le pilote graphique a échoué</translation>
    </message>
    <message>
        <source>processor, since the graphics driver hung</source>
        <translation>processeur, car le pilote graphique ne répond plus</translation>
    </message>
    <message>
        <source>processor, since the graphics processor was lost</source>
        <translation>processeur, car le processeur graphique a été perdu</translation>
    </message>
    <message>
        <source>processor, since there is no graphics processor</source>
        <translation>processeur, car il n’y a pas de processeur graphique</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>Call now</source>
        <translation>Appeler maintenant</translation>
    </message>
    <message>
        <source>Calling again in {seconds} s …</source>
        <translation>Nouvel appel dans {seconds} s…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keep token</source>
        <translation>Conserver le jeton</translation>
    </message>
    <message>
        <source>The token that the broker&apos;s operator gave you</source>
        <translation>Le jeton que le responsable du broker vous a donné</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>FaultsTab</name>
    <message>
        <source>Back to normal</source>
        <translation>Retour à la normale</translation>
    </message>
    <message>
        <source>Cut the WebSocket</source>
        <translation>Couper le WebSocket</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Pannes</translation>
    </message>
    <message>
        <source>Let the session expire</source>
        <translation>Laisser expirer la session</translation>
    </message>
    <message>
        <source>Lose so much of the media that arrives</source>
        <translation>Perdre cette part des médias qui arrivent</translation>
    </message>
    <message>
        <source>Nothing is broken on purpose any more.</source>
        <translation>Plus rien n’est en panne exprès.</translation>
    </message>
    <message>
        <source>Percent of the packets</source>
        <translation>Pour cent des paquets</translation>
    </message>
    <message>
        <source>Stall the media: nothing arrives</source>
        <translation>Bloquer les médias : rien n’arrive</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>Il n’y a pas de session : connectez-vous d’abord.</translation>
    </message>
    <message>
        <source>They are real to everything else; the timeline shows what follows.</source>
        <translation>Pour tout le reste, elles sont réelles ; la chronologie montre la suite.</translation>
    </message>
    <message>
        <source>Unplug the loudspeaker</source>
        <translation>Débrancher le haut-parleur</translation>
    </message>
    <message>
        <source>Unplug the microphone</source>
        <translation>Débrancher le microphone</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation>Personne ici ne s’appelle «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Persona ID</source>
        <translation>Identifiant de la persona</translation>
    </message>
    <message>
        <source>The ID your avatar service gave it</source>
        <translation>L’identifiant que votre service d’avatars lui a donné</translation>
    </message>
</context>
<context>
    <name>Graphs</name>
    <message>
        <source>Age of the picture</source>
        <translation>Âge de l’image</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Redemandé</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Echo taken out</source>
        <translation>Écho retiré</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Gigue</translation>
    </message>
    <message>
        <source>Latest event in a second</source>
        <translation>Événement le plus tardif par seconde</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Niveau sonore</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Paquets perdus</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture after its sound</source>
        <translation>Image après son son</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Processor, of a core</source>
        <translation>Processeur, d’un cœur</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Sound made up for losses</source>
        <translation>Son reconstitué après pertes</translation>
    </message>
    <message>
        <source>Sound waits until it is heard</source>
        <translation>Attente du son avant d’être entendu</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Time between pictures</source>
        <translation>Temps entre les images</translation>
    </message>
    <message>
        <source>Waits before the screen</source>
        <translation>Attentes avant l’écran</translation>
    </message>
    <message>
        <source>Work for a picture</source>
        <translation>Travail par image</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>décodé</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>décodage</translation>
    </message>
    <message>
        <source>for a key frame (PLI)</source>
        <translation>image clé (PLI)</translation>
    </message>
    <message>
        <source>for its sound</source>
        <translation>du son</translation>
    </message>
    <message>
        <source>for packets</source>
        <translation>de paquets</translation>
    </message>
    <message>
        <source>for packets (NACK)</source>
        <translation>paquets (NACK)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>network and media</source>
        <translation>réseau et médias</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>affiché</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>affichage</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>dispersion</translation>
    </message>
    <message>
        <source>the avatar</source>
        <translation>l’avatar</translation>
    </message>
    <message>
        <source>window</source>
        <translation>fenêtre</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s ago</source>
        <translation>il y a {minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>{number} par seconde</translation>
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
        <translation>il y a {seconds} s</translation>
    </message>
</context>
<context>
    <name>GraphsTab</name>
    <message>
        <source>Another time</source>
        <translation>Autre durée</translation>
    </message>
    <message>
        <source>How long back</source>
        <translation>Jusqu’à quand en arrière</translation>
    </message>
    <message>
        <source>In a graph plus and minus zoom, the arrow keys point, Page Up and Page Down move, P stands still, and Home goes on. So do the mouse, and its wheel with Ctrl.</source>
        <translation>Dans un graphique, plus et moins zooment, les flèches pointent, Page préc. et Page suiv. déplacent, P fige et Début reprend. La souris aussi, et sa molette avec Ctrl.</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>10 dernières minutes</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Dernière minute</translation>
    </message>
    <message>
        <source>Nothing was measured yet: that begins with a session.</source>
        <translation>Rien n’a encore été mesuré : cela commence avec une session.</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>The graphs are being loaded…</source>
        <translation>Chargement des graphiques…</translation>
    </message>
    <message>
        <source>The graphs could not be loaded. Install Persona Viewer again.</source>
        <translation>Les graphiques n’ont pas pu être chargés. Réinstallez Persona Viewer.</translation>
    </message>
    <message>
        <source>Which graphs</source>
        <translation>Quels graphiques</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Add a broker…</source>
        <translation>Ajouter un broker…</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Broker: {name}</source>
        <translation>Broker&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Call by ID</source>
        <translation>Appeler par identifiant</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Forget whom I called here</source>
        <translation>Oublier qui j’ai appelé ici</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>Aucun broker</translation>
    </message>
    <message>
        <source>Remove this broker</source>
        <translation>Retirer ce broker</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Rechercher par nom</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>Parler avec la démo</translation>
    </message>
    <message>
        <source>Who would you like to talk to?</source>
        <translation>Avec qui voulez-vous parler&#x202f;?</translation>
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
        <translation>Remettre sur l’image</translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation>Fermer (F12)</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Fermer l’inspecteur</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Pannes</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>Dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Tours de parole</translation>
    </message>
</context>
<context>
    <name>InterruptForm</name>
    <message>
        <source>Cuts the avatar&apos;s speech off.</source>
        <translation>Interrompt la parole de l’avatar.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>What is in it</source>
        <translation>Ce qu’elle contient</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>New keys for {title}; Escape leaves them, Backspace takes them away</source>
        <translation>Nouvelles touches pour {title}&#x202f;; Échap les laisse, Retour arrière les retire</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Press to choose other keys</source>
        <translation>Appuyez pour choisir d’autres touches</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Microphone level</source>
        <translation>Niveau du microphone</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>trop fort</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#x202f;%</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Niveau du microphone</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link asks for this. Whoever runs {host} will hear your microphone.</source>
        <translation>Un lien le demande. Qui exploite {host} entendra votre microphone.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connect to {host} and talk to {persona}?</source>
        <translation>Se connecter à {host} et parler avec {persona}&#x202f;?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>The connection to {host} is not encrypted: others could listen.</source>
        <translation>La connexion à {host} n’est pas chiffrée&#xa0;: d’autres pourraient écouter.</translation>
    </message>
    <message>
        <source>Your present talk would end.</source>
        <translation>Votre conversation actuelle prendrait fin.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask for a link without it. Keep a broker&apos;s token with “persona-viewer token set”.</source>
        <translation>Demandez un lien sans cela. Conservez le jeton d’un broker avec «&#xa0;persona-viewer token set&#xa0;».</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for a new one.</source>
        <translation>Demandez-en un nouveau à qui vous l’a donné.</translation>
    </message>
    <message>
        <source>The broker that the link names is not a URL like https://broker.example.com.</source>
        <translation>Le broker que nomme le lien n’est pas une URL comme https://broker.example.com.</translation>
    </message>
    <message>
        <source>The link asks for more than a broker and a persona.</source>
        <translation>Le lien demande plus qu’un broker et une persona.</translation>
    </message>
    <message>
        <source>The link cannot be understood.</source>
        <translation>Le lien est incompréhensible.</translation>
    </message>
    <message>
        <source>The link does not lead to a persona.</source>
        <translation>Le lien ne mène à aucune persona.</translation>
    </message>
    <message>
        <source>The link does not name both a broker and a persona.</source>
        <translation>Le lien ne nomme pas à la fois un broker et une persona.</translation>
    </message>
    <message>
        <source>The link holds signs that no link has.</source>
        <translation>Le lien contient des signes qu’aucun lien ne contient.</translation>
    </message>
    <message>
        <source>The link holds what looks like a password or a token, so it was not followed.</source>
        <translation>Le lien contient ce qui ressemble à un mot de passe ou à un jeton&#x202f;; il n’a donc pas été suivi.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>Le lien est trop long.</translation>
    </message>
    <message>
        <source>The persona that the link names cannot be one.</source>
        <translation>La persona que nomme le lien ne peut pas en être une.</translation>
    </message>
</context>
<context>
    <name>LoudspeakerPopover</name>
    <message>
        <source>Loudspeaker settings</source>
        <translation>Réglages du haut-parleur</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Correct the broker&apos;s URL, then connect.</source>
        <translation>Corrigez l’URL du broker, puis connectez-vous.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Type it in, then connect.</source>
        <translation>Saisissez-la, puis connectez-vous.</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>About Persona Viewer</source>
        <translation>À propos de Persona Viewer</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Vérifier microphone et haut-parleur</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Persona Viewer {version}</source>
        <translation>Persona Viewer {version}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Talk to realtime AI avatars. Made with Qt {version}, under the LGPL.</source>
        <translation>Parler à des avatars d’IA en temps réel. Réalisé avec Qt {version}, sous LGPL.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>That would make {length} characters, and a message may have {most}. Nothing was put in: shorten it, or send it in parts.</source>
        <translation>Cela ferait {length} caractères, et un message peut en avoir {most}. Rien n’a été ajouté&#xa0;: raccourcissez-le, ou envoyez-le en plusieurs fois.</translation>
    </message>
    <message>
        <source>Type a message…</source>
        <translation>Écrivez un message…</translation>
    </message>
    <message>
        <source>Your message has {length} characters, and {most} can be sent at once. Shorten it, or send it in parts.</source>
        <translation>Votre message a {length} caractères, et l’on peut en envoyer {most} à la fois. Raccourcissez-le, ou envoyez-le en plusieurs fois.</translation>
    </message>
</context>
<context>
    <name>MicrophonePopover</name>
    <message>
        <source>Automatic gain</source>
        <translation>Gain automatique</translation>
    </message>
    <message>
        <source>Brings speech to an even loudness</source>
        <translation>Met la voix à un niveau régulier</translation>
    </message>
    <message>
        <source>Cannot run on this computer</source>
        <translation>Ne fonctionne pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Vérifier microphone et haut-parleur</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Annulation d’écho</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>Semi-duplex</translation>
    </message>
    <message>
        <source>Heard while Space or the button is held</source>
        <translation>On vous entend tant que la barre d’espace ou le bouton est maintenu</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>Réglages du microphone</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Suppression du bruit</translation>
    </message>
    <message>
        <source>On for a moment, until the echo is known</source>
        <translation>Activé un moment, jusqu’à ce que l’écho soit connu</translation>
    </message>
    <message>
        <source>On, in place of echo cancellation</source>
        <translation>Activé, à la place de l’annulation d’écho</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Appuyer pour parler</translation>
    </message>
    <message>
        <source>Silent while the avatar speaks</source>
        <translation>Muet pendant que l’avatar parle</translation>
    </message>
    <message>
        <source>Takes fans and hum out</source>
        <translation>Retire les ventilateurs et les bourdonnements</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out</source>
        <translation>Retire la voix de l’avatar</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>MuteButton</name>
    <message>
        <source>Hold to talk</source>
        <translation>Maintenir pour parler</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Couper le microphone</translation>
    </message>
    <message>
        <source>Unmute microphone</source>
        <translation>Réactiver le microphone</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Goodbye, and thank you.</source>
        <translation>Au revoir, et merci.</translation>
    </message>
    <message>
        <source>I am taking a break.</source>
        <translation>Je fais une pause.</translation>
    </message>
    <message>
        <source>I need a little rest.</source>
        <translation>J’ai besoin d’un peu de repos.</translation>
    </message>
    <message>
        <source>Just say something.</source>
        <translation>Dites simplement quelque chose.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Un instant, s’il vous plaît…</translation>
    </message>
    <message numerus="yes">
        <source>Please come again in %n minute(s).</source>
        <translation>
            <numerusform>Revenez dans %n minute, s&apos;il vous plaît.</numerusform>
            <numerusform>Revenez dans %n minutes, s&apos;il vous plaît.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come again later.</source>
        <translation>Revenez plus tard, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Please come again tomorrow.</source>
        <translation>Revenez demain, s’il vous plaît.</translation>
    </message>
    <message>
        <source>There is no connection to the network at the moment.</source>
        <translation>Il n&apos;y a pas de connexion au réseau pour le moment.</translation>
    </message>
    <message>
        <source>This takes only a moment.</source>
        <translation>Cela ne prend qu&apos;un instant.</translation>
    </message>
    <message>
        <source>Touch one of the questions.</source>
        <translation>Touchez l’une des questions.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Nous sommes fermés.</translation>
    </message>
    <message>
        <source>We open at {time}.</source>
        <translation>Nous ouvrons à {time}.</translation>
    </message>
    <message>
        <source>We open on {day} at {time}.</source>
        <translation>Nous ouvrons {day} à {time}.</translation>
    </message>
    <message>
        <source>We will be right back.</source>
        <translation>Nous revenons tout de suite.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation>Masquer l’avis</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Show the window</source>
        <translation>Afficher la fenêtre</translation>
    </message>
</context>
<context>
    <name>OnTop</name>
    <message>
        <source>On Wayland a program cannot keep its own window on top. Choose “Always on Top” in the window&apos;s own menu, which Alt+Space opens.</source>
        <translation>Sous Wayland, un programme ne peut pas garder sa fenêtre au premier plan. Choisissez «&#xa0;Toujours au premier plan&#xa0;» dans le menu de la fenêtre, qu’ouvre Alt+Espace.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Copy versions, settings, figures and the log, without secrets</source>
        <translation>Copier versions, réglages, valeurs et journal, sans secrets</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Dessiné par</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>ICE</source>
        <translation>ICE</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Plus longue interruption</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Paquets perdus</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Pair</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Signalisation</translation>
    </message>
    <message>
        <source>What is wrong: {findings}</source>
        <translation>Ce qui ne va pas : {findings}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>tel quel</translation>
    </message>
    <message>
        <source>automatic gain</source>
        <translation>gain automatique</translation>
    </message>
    <message>
        <source>echo cancellation</source>
        <translation>annulation d’écho</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>semi-duplex</translation>
    </message>
    <message>
        <source>noise suppression</source>
        <translation>suppression du bruit</translation>
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
        <translation>{rate} i/s  ({frames})</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>PictureTab</name>
    <message>
        <source>Compare with a file</source>
        <translation>Comparer à un fichier</translation>
    </message>
    <message>
        <source>Freezes, black and torn pictures of the last minute</source>
        <translation>Arrêts sur image, images noires et déchirées de la dernière minute</translation>
    </message>
    <message>
        <source>Freezes: {freezes}, {seconds} s in all. Black pictures: {black}. Torn: {torn}.</source>
        <translation>Arrêts sur image : {freezes}, {seconds} s en tout. Images noires : {black}. Déchirées : {torn}.</translation>
    </message>
    <message>
        <source>Histogram: red, green, blue and luma</source>
        <translation>Histogramme : rouge, vert, bleu et luma</translation>
    </message>
    <message>
        <source>In the picture plus, minus and 0 zoom, the arrow keys point (with Shift ten pixels), P pauses, and the full stop takes one more picture.</source>
        <translation>Dans l’image, plus, moins et 0 zooment, les flèches pointent (avec Maj, dix pixels), P met en pause et le point prend une image de plus.</translation>
    </message>
    <message>
        <source>It was scaled from {width}×{height}.</source>
        <translation>Elle a été mise à l’échelle depuis {width}×{height}.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Point at a pixel, with the mouse or the arrow keys.</source>
        <translation>Pointez un pixel, avec la souris ou les flèches.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>The next picture that comes</source>
        <translation>La prochaine image qui arrive</translation>
    </message>
    <message>
        <source>There is no picture to save yet.</source>
        <translation>Il n’y a pas encore d’image à enregistrer.</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>Il n’y a pas encore d’image.</translation>
    </message>
    <message>
        <source>Waveform: luma by column</source>
        <translation>Forme d’onde : luma par colonne</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>entière</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read: choose a PNG, JPEG or WebP file.</source>
        <translation>{name} n’est pas une image lisible : choisissez un fichier PNG, JPEG ou WebP.</translation>
    </message>
    <message>
        <source>{name}: PSNR {psnr} dB, SSIM {ssim}.</source>
        <translation>{name} : PSNR {psnr} dB, SSIM {ssim}.</translation>
    </message>
    <message>
        <source>{number} fps</source>
        <translation>{number} i/s</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Enter the PIN to end the kiosk.</source>
        <translation>Saisissez le code PIN pour quitter la borne.</translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation>Ce n&apos;était pas le code PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. The next one can be in %n second(s).</source>
        <translation>
            <numerusform>Trop d&apos;essais. Le prochain sera possible dans %n seconde.</numerusform>
            <numerusform>Trop d&apos;essais. Le prochain sera possible dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Graphs</source>
        <translation>Graphiques</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Actual size</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Toujours au premier plan</translation>
    </message>
    <message>
        <source>As the network allows</source>
        <translation>Selon le réseau</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask whether others agree to be recorded</source>
        <translation>Demander si les autres acceptent d’être enregistrés</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>En bas</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>En haut</translation>
    </message>
    <message>
        <source>Automatic gain</source>
        <translation>Gain automatique</translation>
    </message>
    <message>
        <source>Be heard only while Space or the microphone button is held</source>
        <translation>N’être entendu que tant que la barre d’espace ou le bouton du microphone est maintenu</translation>
    </message>
    <message>
        <source>Be told what happens while the window is hidden</source>
        <translation>Savoir ce qui se passe pendant que la fenêtre est cachée</translation>
    </message>
    <message>
        <source>Brings your speech to an even loudness</source>
        <translation>Met votre voix à un niveau régulier</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Call at the start</source>
        <translation>Appeler au démarrage</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Sous-titres</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Connect as soon as the window opens</source>
        <translation>Se connecter dès l’ouverture de la fenêtre</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Draws the picture, with less work for the processor</source>
        <translation>Dessine l’image, avec moins de travail pour le processeur</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Annulation d’écho</translation>
    </message>
    <message>
        <source>Fill the screen when the window opens</source>
        <translation>Remplir l’écran à l’ouverture de la fenêtre</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Remplir la fenêtre</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Adapter à la fenêtre</translation>
    </message>
    <message>
        <source>Folder of your own tools</source>
        <translation>Dossier de vos propres outils</translation>
    </message>
    <message>
        <source>For networks that let you reach nothing but the broker</source>
        <translation>Pour les réseaux où seul le broker est accessible</translation>
    </message>
    <message>
        <source>From the next call on</source>
        <translation>À partir du prochain appel</translation>
    </message>
    <message>
        <source>Go through the broker</source>
        <translation>Passer par le broker</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>Processeur graphique</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>Semi-duplex</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevée</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Holds pictures until their sound is heard; without, they come sooner</source>
        <translation>Retient les images jusqu’à ce que leur son s’entende&#x202f;; sans cela, elles arrivent plus tôt</translation>
    </message>
    <message>
        <source>How large the letters over the picture are</source>
        <translation>Taille des lettres sur l’image</translation>
    </message>
    <message>
        <source>How loud the avatar is</source>
        <translation>Volume de l’avatar</translation>
    </message>
    <message>
        <source>How the picture fits the window</source>
        <translation>Comment l’image s’adapte à la fenêtre</translation>
    </message>
    <message>
        <source>Keep the window above all others, where the system allows it</source>
        <translation>Garder la fenêtre au-dessus des autres, là où le système le permet</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Keys of every action</source>
        <translation>Touches de chaque action</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Let the controls fade</source>
        <translation>Laisser les commandes s’effacer</translation>
    </message>
    <message>
        <source>Letters alone</source>
        <translation>Lettres seules</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like http://host:port or socks5://host:port; “none” for none; empty for the system&apos;s. It may hold a password, so it is never written down</source>
        <translation>Comme http://host:port ou socks5://host:port&#x202f;; «&#xa0;none&#xa0;» pour aucun&#x202f;; vide pour celui du système. Il peut contenir un mot de passe, il n’est donc jamais enregistré</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>Synchronisation labiale</translation>
    </message>
    <message>
        <source>Little data</source>
        <translation>Peu de données</translation>
    </message>
    <message>
        <source>Log in files</source>
        <translation>Journal dans des fichiers</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Apparence et langue</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Haut-parleur</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Micro coupé</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Suppression du bruit</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Nothing moves but the picture</source>
        <translation>Rien ne bouge hormis l’image</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Of everything that is written in the window</source>
        <translation>De tout ce qui est écrit dans la fenêtre</translation>
    </message>
    <message>
        <source>Of the picture, and how much data it takes</source>
        <translation>De l’image, et la quantité de données qu’elle demande</translation>
    </message>
    <message>
        <source>Of the window, apart from the picture</source>
        <translation>De la fenêtre, hormis l’image</translation>
    </message>
    <message>
        <source>Of the window; the avatar speaks its own</source>
        <translation>De la fenêtre&#x202f;; l’avatar parle la sienne</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>On a box</source>
        <translation>Sur un cartouche</translation>
    </message>
    <message>
        <source>On this computer, 5 MB at most; nothing that was said</source>
        <translation>Sur cet ordinateur, 5 Mo au plus&#x202f;; rien de ce qui a été dit</translation>
    </message>
    <message>
        <source>On this computer, so that they come first at the start</source>
        <translation>Sur cet ordinateur, pour qu’elles viennent en premier au démarrage</translation>
    </message>
    <message>
        <source>On this computer; they name places in the program, nothing that was said</source>
        <translation>Sur cet ordinateur&#x202f;; ils indiquent des endroits du programme, rien de ce qui a été dit</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Place of captions</source>
        <translation>Place des sous-titres</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Appuyer pour parler</translation>
    </message>
    <message>
        <source>Python files that the avatar may have run, with all that you may do; empty for none</source>
        <translation>Fichiers Python que l’avatar peut faire exécuter, avec tous vos droits ; vide pour aucun</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Mouvement réduit</translation>
    </message>
    <message>
        <source>Remember whom you talked to</source>
        <translation>Retenir avec qui vous avez parlé</translation>
    </message>
    <message>
        <source>Reminder before recording</source>
        <translation>Rappel avant l’enregistrement</translation>
    </message>
    <message>
        <source>Reports of crashes</source>
        <translation>Rapports de plantage</translation>
    </message>
    <message>
        <source>Set by an option or the environment; what you change lasts until you close the window</source>
        <translation>Fixé par une option ou l’environnement&#x202f;; ce que vous changez dure jusqu’à la fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Show there what the avatar says</source>
        <translation>Y afficher ce que dit l’avatar</translation>
    </message>
    <message>
        <source>Silences the microphone while the avatar speaks, where its echo cannot be cancelled</source>
        <translation>Coupe le microphone pendant que l’avatar parle, là où son écho ne peut pas être annulé</translation>
    </message>
    <message>
        <source>Size of captions</source>
        <translation>Taille des sous-titres</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Taille de l’image</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Start in full screen</source>
        <translation>Démarrer en plein écran</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Rester en éveil</translation>
    </message>
    <message>
        <source>Takes fans and hum out of the microphone&apos;s sound</source>
        <translation>Retire les ventilateurs et les bourdonnements du son du microphone</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out of the microphone&apos;s sound</source>
        <translation>Retire la voix de l’avatar du son du microphone</translation>
    </message>
    <message>
        <source>The ID of the avatar that you talk to</source>
        <translation>L’identifiant de l’avatar avec qui vous parlez</translation>
    </message>
    <message>
        <source>The address that the operator of your broker gave you</source>
        <translation>L’adresse que le responsable de votre broker vous a donnée</translation>
    </message>
    <message>
        <source>The computer and its screen do not sleep during a call</source>
        <translation>L’ordinateur et son écran ne se mettent pas en veille pendant un appel</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>What is said, in writing over the picture</source>
        <translation>Ce qui se dit, écrit sur l’image</translation>
    </message>
    <message>
        <source>What the avatar hears you with</source>
        <translation>Ce par quoi l’avatar vous entend</translation>
    </message>
    <message>
        <source>What you hear the avatar with</source>
        <translation>Ce par quoi vous entendez l’avatar</translation>
    </message>
    <message>
        <source>When the window is opened again</source>
        <translation>À la prochaine ouverture de la fenêtre</translation>
    </message>
    <message>
        <source>Where in the picture they are</source>
        <translation>Leur place dans l’image</translation>
    </message>
    <message>
        <source>Where there is one</source>
        <translation>S’il y en a un</translation>
    </message>
    <message>
        <source>While nobody touches anything, the picture is whole</source>
        <translation>Tant que personne ne touche à rien, l’image est entière</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>With a shadow</source>
        <translation>Avec une ombre</translation>
    </message>
    <message>
        <source>Words in notifications</source>
        <translation>Paroles dans les notifications</translation>
    </message>
    <message>
        <source>Your microphone is heard by nobody</source>
        <translation>Personne n’entend votre microphone</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Every setting is as shipped.</source>
        <translation>Tous les réglages sont comme à l’origine.</translation>
    </message>
    <message>
        <source>No setting is called so. Try another word.</source>
        <translation>Aucun réglage ne s’appelle ainsi. Essayez un autre mot.</translation>
    </message>
    <message>
        <source>Nothing that you change is written down; it lasts until you close the window.</source>
        <translation>Rien de ce que vous changez n’est enregistré&#x202f;; cela dure jusqu’à la fermeture de la fenêtre.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Rechercher un réglage</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What you change is kept in {file}. Nothing that is said is written down.</source>
        <translation>Ce que vous changez est enregistré dans {file}. Rien de ce qui se dit n’est écrit.</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Answers come late over your network. Switch a VPN off, or stop large downloads.</source>
        <translation>Les réponses arrivent tard sur votre réseau. Désactivez le VPN, ou arrêtez les gros téléchargements.</translation>
    </message>
    <message>
        <source>The picture comes slowly. Close other programs and downloads, or turn the picture&apos;s quality down in the settings.</source>
        <translation>L’image arrive lentement. Fermez d’autres programmes et téléchargements, ou baissez la qualité de l’image dans les réglages.</translation>
    </message>
    <message>
        <source>Your network is losing parts of the picture. Move closer to the router, or turn the picture&apos;s quality down in the settings.</source>
        <translation>Votre réseau perd des parties de l’image. Rapprochez-vous du routeur, ou baissez la qualité de l’image dans les réglages.</translation>
    </message>
    <message>
        <source>Your network is losing sound. Move closer to the router, or use a cable.</source>
        <translation>Votre réseau perd du son. Rapprochez-vous du routeur, ou utilisez un câble.</translation>
    </message>
</context>
<context>
    <name>RawForm</name>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Confirm the warning first.</source>
        <translation>Confirmez d’abord l’avertissement.</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>Canal de données</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Nobody checks it: it may end the session or cost money. Send it all the same.</source>
        <translation>Personne ne le vérifie : cela peut terminer la session ou coûter de l’argent. Envoyer quand même.</translation>
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
        <translation>Enregistrer la conversation</translation>
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
        <translation>Tout le monde accepte-t-il d’être enregistré ?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>The recording holds the avatar&apos;s picture and voice, your voice, and what is said. In many places the law wants everybody who can be heard to agree. You are asked this once.</source>
        <translation>L’enregistrement contient l’image et la voix de l’avatar, votre voix et ce qui est dit. Dans bien des pays, la loi exige l’accord de toutes les personnes que l’on entend. Cette question n’est posée qu’une fois.</translation>
    </message>
    <message>
        <source>The recording is saved: {file}</source>
        <translation>L’enregistrement est sauvegardé : {file}</translation>
    </message>
    <message>
        <source>The talk is being recorded.</source>
        <translation>La conversation est enregistrée.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
</context>
<context>
    <name>RecordingPill</name>
    <message>
        <source>Recording begins…</source>
        <translation>L’enregistrement commence…</translation>
    </message>
    <message>
        <source>Recording {minutes}:{seconds}</source>
        <translation>Enregistrement {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>Saving the recording…</source>
        <translation>Sauvegarde de l’enregistrement…</translation>
    </message>
</context>
<context>
    <name>ReplayWindow</name>
    <message>
        <source>Asking the broker</source>
        <translation>Demande au broker</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Reconnexion en cours</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Pas commencée</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Place in the session</source>
        <translation>Position dans la session</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Played again, the session goes another way from {at} s on.</source>
        <translation>Rejouée, la session prend un autre chemin à partir de {at} s.</translation>
    </message>
    <message>
        <source>Played again, the session takes the same steps at the same times.</source>
        <translation>Rejouée, la session suit les mêmes étapes aux mêmes instants.</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Signalisation</translation>
    </message>
    <message>
        <source>{name} – Persona Viewer</source>
        <translation>{name} – Persona Viewer</translation>
    </message>
    <message>
        <source>{place} of {length} s</source>
        <translation>{place} sur {length} s</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>As shipped</source>
        <translation>Comme à l’origine</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>Réinitialiser {title}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Next place (Enter)</source>
        <translation>Suivant (Entrée)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Précédent (Maj+Entrée)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>Rechercher dans la transcription</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>SendTab</name>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Director&apos;s cue</source>
        <translation>Indication de mise en scène</translation>
    </message>
    <message>
        <source>Every so many milliseconds</source>
        <translation>Toutes les … millisecondes</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Interrompre</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON brut</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Résultat d’un outil</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Sent {number} of {times}.</source>
        <translation>{number} sur {times} envoyés.</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Envoyé.</translation>
    </message>
    <message>
        <source>Sound to speak</source>
        <translation>Son à dire</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Text, as the user&apos;s</source>
        <translation>Texte, comme de l’utilisateur</translation>
    </message>
    <message>
        <source>That is too much to keep: remove another snippet, or shorten it.</source>
        <translation>C’est trop à garder : retirez un autre extrait, ou raccourcissez-le.</translation>
    </message>
    <message>
        <source>The last one again</source>
        <translation>Le dernier encore une fois</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>Il n’y a pas de session : connectez-vous d’abord.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <source>Words to speak</source>
        <translation>Mots à dire</translation>
    </message>
    <message>
        <source>Words to speak, in pieces</source>
        <translation>Mots à dire, par morceaux</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A message of the avatar engine cannot be read.</source>
        <translation>Un message du moteur d’avatar ne peut pas être lu.</translation>
    </message>
    <message>
        <source>A token is one word of letters, digits and signs.</source>
        <translation>Un jeton est un seul mot fait de lettres, de chiffres et de signes.</translation>
    </message>
    <message>
        <source>Allow UDP in the firewall, or ask the broker&apos;s operator for a TURN server.</source>
        <translation>Autorisez UDP dans le pare-feu, ou demandez un serveur TURN au responsable du broker.</translation>
    </message>
    <message>
        <source>Allow desktop apps to use the microphone: Settings, Privacy &amp; security, Microphone.</source>
        <translation>Autorisez les applications de bureau à utiliser le microphone&#xa0;: Paramètres, Confidentialité et sécurité, Microphone.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings.</source>
        <translation>Autorisez-le dans les réglages de confidentialité du système.</translation>
    </message>
    <message>
        <source>An utterance&apos;s id must be a UUID v4 in lower case.</source>
        <translation>L’identifiant d’un énoncé doit être un UUID v4 en minuscules.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a new one, {mend}.</source>
        <translation>Demandez-en un nouveau au responsable du broker, {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a persona whose sessions need no LiveKit or Agora.</source>
        <translation>Demandez au responsable du broker une persona dont les sessions se passent de LiveKit et d’Agora.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, and keep it: persona-viewer token set --broker URL.</source>
        <translation>Demandez-en un au responsable du broker et conservez-le&#xa0;: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, {mend}.</source>
        <translation>Demandez-en un au responsable du broker, {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator why; the broker&apos;s log says more.</source>
        <translation>Demandez-en la raison au responsable du broker&#x202f;; le journal du broker en dit plus.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator: the API key lacks a permission, or the plan does not include what this persona needs.</source>
        <translation>Adressez-vous au responsable du broker&#xa0;: la clé d’API n’a pas une permission nécessaire, ou la formule n’inclut pas ce dont cette persona a besoin.</translation>
    </message>
    <message>
        <source>Asking for a session…</source>
        <translation>Demande d’une session…</translation>
    </message>
    <message>
        <source>Before, it was busy or did not answer.</source>
        <translation>Auparavant, il était occupé ou ne répondait pas.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>Commencez-en un autre.</translation>
    </message>
    <message>
        <source>Calling the avatar…</source>
        <translation>Appel de l’avatar…</translation>
    </message>
    <message>
        <source>Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>Vérifiez-le dans les réglages audio du système, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Check its own switch and the system&apos;s privacy settings, or choose another microphone.</source>
        <translation>Vérifiez son propre interrupteur et les réglages de confidentialité du système, ou choisissez un autre microphone.</translation>
    </message>
    <message>
        <source>Check that the URL is that of a broker, not of a page or of the avatar service.</source>
        <translation>Vérifiez que l’URL est celle d’un broker, et non celle d’une page ou du service d’avatars.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and that it is running, and your network.</source>
        <translation>Vérifiez l’URL du broker, qu’il est en marche, et votre réseau.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and this computer&apos;s clock. If your network has a certificate of its own, name its file in SSL_CERT_FILE.</source>
        <translation>Vérifiez l’URL du broker et l’horloge de cet ordinateur. Si votre réseau a son propre certificat, indiquez son fichier dans SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>Check the persona ID, and that the URL is that of a broker.</source>
        <translation>Vérifiez l’identifiant de la persona, et que l’URL est celle d’un broker.</translation>
    </message>
    <message>
        <source>Check the persona ID.</source>
        <translation>Vérifiez l’identifiant de la persona.</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings or --proxy, or go without: --proxy none.</source>
        <translation>Vérifiez le proxy dans les réglages du système ou dans --proxy, ou passez-vous-en&#xa0;: --proxy none.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password, or ask its operator to let this through.</source>
        <translation>Vérifiez le nom d’utilisateur et le mot de passe du proxy, ou demandez à son responsable de laisser passer cette connexion.</translation>
    </message>
    <message>
        <source>Check this microphone if you spoke, or choose another one.</source>
        <translation>Si vous avez parlé, vérifiez ce microphone, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Check your network and connect again.</source>
        <translation>Vérifiez votre réseau et reconnectez-vous.</translation>
    </message>
    <message>
        <source>Check your network and say it again.</source>
        <translation>Vérifiez votre réseau et répétez.</translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation>Vérifiez votre réseau et réessayez.</translation>
    </message>
    <message>
        <source>Choose a plan with the avatar service, then try again.</source>
        <translation>Choisissez une formule auprès du service d’avatars, puis réessayez.</translation>
    </message>
    <message>
        <source>Choose another device, or close the program that uses it.</source>
        <translation>Choisissez un autre appareil, ou fermez le programme qui l’utilise.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose another place for it, and record again.</source>
        <translation>Choisissez un autre emplacement et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Choose another place or name.</source>
        <translation>Choisissez un autre endroit ou un autre nom.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Choose one that does.</source>
        <translation>Choisissez-en un qui en attend une.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Choisissez-en un.</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another one.</source>
        <translation>Fermez le programme qui l’utilise, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Connect again for new ones; if it goes on, the broker&apos;s operator must mend the TURN server.</source>
        <translation>Reconnectez-vous pour en obtenir d’autres&#x202f;; si cela persiste, le responsable du broker doit réparer le serveur TURN.</translation>
    </message>
    <message>
        <source>Connect again to start a new one.</source>
        <translation>Reconnectez-vous pour en commencer une nouvelle.</translation>
    </message>
    <message>
        <source>Connect again; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Reconnectez-vous&#x202f;; si cela persiste, adressez-vous au responsable du broker.</translation>
    </message>
    <message>
        <source>Connect without --gateway, or ask its operator for one.</source>
        <translation>Connectez-vous sans --gateway, ou demandez-en une à son responsable.</translation>
    </message>
    <message>
        <source>Connected, waiting for the picture…</source>
        <translation>Connecté, en attente de l’image…</translation>
    </message>
    <message>
        <source>Connecting takes longer than usual. Still trying.</source>
        <translation>La connexion prend plus de temps que d’habitude. Les essais continuent.</translation>
    </message>
    <message>
        <source>Connection interrupted</source>
        <translation>Connexion interrompue</translation>
    </message>
    <message>
        <source>Correct it in {file}; its default is used.</source>
        <translation>Corrigez-le dans {file}&#x202f;; sa valeur par défaut est utilisée.</translation>
    </message>
    <message>
        <source>Correct it, then send it.</source>
        <translation>Corrigez-le, puis envoyez-le.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Echo cancellation, noise suppression and automatic gain cannot run on this computer.</source>
        <translation>L’annulation d’écho, la suppression du bruit et le gain automatique ne fonctionnent pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>End another session, or try again in {value}.</source>
        <translation>Terminez une autre session, ou réessayez dans {value}.</translation>
    </message>
    <message>
        <source>End another session, or wait a minute and try again.</source>
        <translation>Terminez une autre session, ou attendez une minute et réessayez.</translation>
    </message>
    <message>
        <source>End one first.</source>
        <translation>Terminez-en un d’abord.</translation>
    </message>
    <message>
        <source>Enter one.</source>
        <translation>Saisissez-en un.</translation>
    </message>
    <message>
        <source>Enter that URL as the broker&apos;s.</source>
        <translation>Saisissez cette URL comme celle du broker.</translation>
    </message>
    <message>
        <source>Enter the URL that the broker&apos;s operator gave you, or have this name added to it.</source>
        <translation>Saisissez l’URL que le responsable du broker vous a donnée, ou faites-y ajouter ce nom.</translation>
    </message>
    <message>
        <source>Every session of this account is in use.</source>
        <translation>Toutes les sessions de ce compte sont utilisées.</translation>
    </message>
    <message>
        <source>Free some space before you record again; what was recorded until then is kept.</source>
        <translation>Libérez de la place avant d’enregistrer à nouveau ; ce qui a été enregistré jusque-là est conservé.</translation>
    </message>
    <message>
        <source>Give another file.</source>
        <translation>Indiquez un autre fichier.</translation>
    </message>
    <message>
        <source>Give another: --proxy URL.</source>
        <translation>Indiquez-en un autre&#xa0;: --proxy URL.</translation>
    </message>
    <message>
        <source>Give one that the inspector or “probe --events” has written.</source>
        <translation>Indiquez-en un que l’inspecteur ou « probe --events » a écrit.</translation>
    </message>
    <message>
        <source>Give the broker a valid API key and restart it.</source>
        <translation>Donnez au broker une clé d’API valide et redémarrez-le.</translation>
    </message>
    <message>
        <source>Hold the microphone button, or Space, while you speak.</source>
        <translation>Maintenez le bouton du microphone ou la barre d’espace pendant que vous parlez.</translation>
    </message>
    <message>
        <source>Install the right ones: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</source>
        <translation>Installez les bons&#xa0;: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</translation>
    </message>
    <message>
        <source>Install your network&apos;s certificate, or ask the broker&apos;s operator to mend the TURN server.</source>
        <translation>Installez le certificat de votre réseau, ou demandez au responsable du broker de réparer le serveur TURN.</translation>
    </message>
    <message>
        <source>It cannot be kept aside ({strerror}); until it is mended, nothing is remembered.</source>
        <translation>Il ne peut pas être mis de côté ({strerror})&#x202f;; d’ici là, rien n’est retenu.</translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new one is begun.</source>
        <translation>Il est conservé sous le nom {name}, et un nouveau est commencé.</translation>
    </message>
    <message>
        <source>It is not as expected: {why}.</source>
        <translation>Il n’est pas tel qu’attendu : {why}.</translation>
    </message>
    <message>
        <source>It is taken again when it comes back.</source>
        <translation>Il sera repris dès son retour.</translation>
    </message>
    <message>
        <source>It looks like http://localhost:8080.</source>
        <translation>Elle ressemble à http://localhost:8080.</translation>
    </message>
    <message>
        <source>It may have been changed or cut; take the file as it was written.</source>
        <translation>Il a peut-être été modifié ou coupé ; prenez le fichier tel qu’il a été écrit.</translation>
    </message>
    <message>
        <source>It told no address that can be tried.</source>
        <translation>Il n’a indiqué aucune adresse à essayer.</translation>
    </message>
    <message>
        <source>It waits for the service, or asks it again.</source>
        <translation>Il attend le service, ou l’interroge de nouveau.</translation>
    </message>
    <message>
        <source>Its words come, and its sound was silence for a second.</source>
        <translation>Ses mots arrivent, mais son son est resté muet une seconde.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or TCP to the TURN server.</source>
        <translation>Autorisez dans le pare-feu UDP, ou TCP vers le serveur TURN.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or ask the broker&apos;s operator for a TURN server over TLS.</source>
        <translation>Autorisez UDP dans le pare-feu, ou demandez au responsable du broker un serveur TURN par TLS.</translation>
    </message>
    <message>
        <source>Line {number} of “{name}” is not as a session file has it.</source>
        <translation>La ligne {number} de « {name} » n’est pas celle d’un fichier de session.</translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation>Vous écoute</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Lower its volume in the system&apos;s sound settings, or move away from it.</source>
        <translation>Baissez son volume dans les réglages audio du système, ou éloignez-vous.</translation>
    </message>
    <message>
        <source>MP4 cannot hold the pictures of this persona.</source>
        <translation>Le format MP4 ne peut pas contenir les images de cette persona.</translation>
    </message>
    <message>
        <source>Make it yours alone: chmod 600 {file}</source>
        <translation>Réservez-le-vous&#xa0;: chmod 600 {file}</translation>
    </message>
    <message>
        <source>More than {MAX_OPEN} talk streams are open.</source>
        <translation>Plus de {MAX_OPEN} flux de parole sont ouverts.</translation>
    </message>
    <message>
        <source>Name a file that can be written</source>
        <translation>Indiquez un fichier accessible en écriture</translation>
    </message>
    <message>
        <source>Name a file that holds certificates in PEM form</source>
        <translation>Indiquez un fichier de certificats au format PEM</translation>
    </message>
    <message>
        <source>Name a folder of certificates</source>
        <translation>Indiquez un dossier de certificats</translation>
    </message>
    <message>
        <source>No avatar is free right now.</source>
        <translation>Aucun avatar n’est libre pour le moment.</translation>
    </message>
    <message>
        <source>No media connection to the avatar engine could be made.</source>
        <translation>Aucune connexion multimédia au moteur de l’avatar n’a pu être établie.</translation>
    </message>
    <message>
        <source>No packet came for a second.</source>
        <translation>Aucun paquet n’est arrivé pendant une seconde.</translation>
    </message>
    <message>
        <source>No picture came while it was recorded.</source>
        <translation>Aucune image n’est arrivée pendant l’enregistrement.</translation>
    </message>
    <message>
        <source>No session was granted.</source>
        <translation>Aucune session n’a été accordée.</translation>
    </message>
    <message>
        <source>No {word} was found.</source>
        <translation>Aucun {word} n’a été trouvé.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Nothing arrives from the avatar right now. Waiting for it to come back.</source>
        <translation>Rien n’arrive de l’avatar pour le moment. Son retour est attendu.</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone.</source>
        <translation>Rien du son de test n’est revenu à votre microphone.</translation>
    </message>
    <message>
        <source>Of a hundred packets {percent} are lost.</source>
        <translation>Sur cent paquets, {percent} se perdent.</translation>
    </message>
    <message>
        <source>Of a hundred, 0 to 100 can be lost.</source>
        <translation>Sur cent, on peut en perdre de 0 à 100.</translation>
    </message>
    <message>
        <source>Of {tried} addresses that it told none has answered.</source>
        <translation>Des {tried} adresses qu’il a indiquées, aucune n’a répondu.</translation>
    </message>
    <message>
        <source>Open it as the Matroska file that it is, which video players do as well.</source>
        <translation>Ouvrez-le comme le fichier Matroska qu’il est ; les lecteurs vidéo le font aussi.</translation>
    </message>
    <message>
        <source>Picture and sound do not need it, and it is opened again.</source>
        <translation>L’image et le son n’en ont pas besoin, et elle est rouverte.</translation>
    </message>
    <message>
        <source>Picture and sound stand still.</source>
        <translation>L’image et le son sont figés.</translation>
    </message>
    <message>
        <source>Plug a microphone in, or choose one.</source>
        <translation>Branchez un microphone, ou choisissez-en un.</translation>
    </message>
    <message>
        <source>Plug it in or choose another one.</source>
        <translation>Branchez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Plug one in and choose it.</source>
        <translation>Branchez-en un et choisissez-le.</translation>
    </message>
    <message>
        <source>Raise its volume in the system&apos;s sound settings, or come closer.</source>
        <translation>Montez son volume dans les réglages audio du système, ou rapprochez-vous.</translation>
    </message>
    <message>
        <source>Raise the cap with the avatar service, then try again.</source>
        <translation>Relevez le plafond auprès du service d’avatars, puis réessayez.</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconnexion…</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>Enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>Enregistrez sur un autre disque.</translation>
    </message>
    <message>
        <source>Remove it, then keep your tokens again: persona-viewer token set --broker URL.</source>
        <translation>Supprimez-le, puis conservez de nouveau vos jetons&#xa0;: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Restart PulseAudio or PipeWire.</source>
        <translation>Redémarrez PulseAudio ou PipeWire.</translation>
    </message>
    <message>
        <source>Say it in parts.</source>
        <translation>Dites-le en plusieurs fois.</translation>
    </message>
    <message>
        <source>See persona-viewer --help.</source>
        <translation>Voir persona-viewer --help.</translation>
    </message>
    <message>
        <source>Send shorter pieces.</source>
        <translation>Envoyez des morceaux plus courts.</translation>
    </message>
    <message>
        <source>Setting up picture and sound…</source>
        <translation>Mise en place de l’image et du son…</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Something in this program failed ({name}).</source>
        <translation>Quelque chose a échoué dans ce programme ({name}).</translation>
    </message>
    <message>
        <source>Something in this program failed.</source>
        <translation>Quelque chose a échoué dans ce programme.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Un problème est survenu.</translation>
    </message>
    <message>
        <source>Sound comes, and no picture did for a second.</source>
        <translation>Le son arrive, mais aucune image depuis une seconde.</translation>
    </message>
    <message>
        <source>That could not be sent to the avatar engine.</source>
        <translation>Cela n’a pas pu être envoyé au moteur de l’avatar.</translation>
    </message>
    <message>
        <source>That is not a JSON object.</source>
        <translation>Ce n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>That is not a URL of a broker</source>
        <translation>Ce n’est pas l’URL d’un broker</translation>
    </message>
    <message>
        <source>That is not a broker: {why}.</source>
        <translation>Ce n’est pas un broker&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>That is not a token.</source>
        <translation>Ce n’est pas un jeton.</translation>
    </message>
    <message>
        <source>That is too long for one message.</source>
        <translation>C’est trop long pour un message.</translation>
    </message>
    <message>
        <source>That is too much sound for one message.</source>
        <translation>C’est trop de son pour un seul message.</translation>
    </message>
    <message>
        <source>That setting is not usable.</source>
        <translation>Ce réglage n’est pas utilisable.</translation>
    </message>
    <message>
        <source>That talk stream is over.</source>
        <translation>Ce flux de parole est terminé.</translation>
    </message>
    <message>
        <source>That text is too long.</source>
        <translation>Ce texte est trop long.</translation>
    </message>
    <message>
        <source>That tool call awaits no answer.</source>
        <translation>Cet appel d’outil n’attend pas de réponse.</translation>
    </message>
    <message>
        <source>That {what} is not usable: {fault}.</source>
        <translation>Ceci n’est pas utilisable ({what})&#xa0;: {fault}.</translation>
    </message>
    <message>
        <source>The WebSocket is not open.</source>
        <translation>Le WebSocket n’est pas ouvert.</translation>
    </message>
    <message>
        <source>The account has no active plan.</source>
        <translation>Le compte n’a pas de formule active.</translation>
    </message>
    <message>
        <source>The account&apos;s spend cap is reached.</source>
        <translation>Le plafond de dépenses du compte est atteint.</translation>
    </message>
    <message>
        <source>The account&apos;s usage limit is reached.</source>
        <translation>La limite d’utilisation du compte est atteinte.</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>La réponse n’est pas du JSON.</translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation>La réponse n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>The answer&apos;s field {field} is missing or wrong.</source>
        <translation>Le champ {field} de la réponse est absent ou incorrect.</translation>
    </message>
    <message>
        <source>The avatar engine cannot be reached, not even through the relay.</source>
        <translation>Le moteur de l’avatar est inaccessible, même par le relais.</translation>
    </message>
    <message>
        <source>The avatar engine did not answer the offer.</source>
        <translation>Le moteur de l’avatar n’a pas répondu à l’offre.</translation>
    </message>
    <message>
        <source>The avatar engine has not been reached for {PATIENCE} s.</source>
        <translation>Le moteur d’avatar n’a pas été joint depuis {PATIENCE} s.</translation>
    </message>
    <message>
        <source>The avatar engine sends another size.</source>
        <translation>Le moteur d’avatar envoie une autre taille.</translation>
    </message>
    <message>
        <source>The avatar engine sends no picture.</source>
        <translation>Le moteur de l’avatar n’envoie pas d’image.</translation>
    </message>
    <message>
        <source>The avatar engine was reached, but no encrypted connection came about.</source>
        <translation>Le moteur de l’avatar a été atteint, mais aucune connexion chiffrée n’a abouti.</translation>
    </message>
    <message>
        <source>The avatar engine&apos;s answer could not be used.</source>
        <translation>La réponse du moteur de l’avatar n’a pas pu être utilisée.</translation>
    </message>
    <message>
        <source>The avatar service did not accept the request.</source>
        <translation>Le service d’avatars n’a pas accepté la demande.</translation>
    </message>
    <message>
        <source>The avatar service does not know this persona.</source>
        <translation>Le service d’avatars ne connaît pas cette persona.</translation>
    </message>
    <message>
        <source>The avatar service does not permit this session.</source>
        <translation>Le service d’avatars ne permet pas cette session.</translation>
    </message>
    <message>
        <source>The avatar service ended the session.</source>
        <translation>Le service d’avatars a mis fin à la session.</translation>
    </message>
    <message>
        <source>The avatar service refused the broker&apos;s key.</source>
        <translation>Le service d’avatars a refusé la clé du broker.</translation>
    </message>
    <message>
        <source>The avatar service refused the session.</source>
        <translation>Le service d’avatars a refusé la session.</translation>
    </message>
    <message>
        <source>The avatar service reported an error.</source>
        <translation>Le service d’avatars a signalé une erreur.</translation>
    </message>
    <message>
        <source>The avatar service sent a warning.</source>
        <translation>Le service d’avatars a envoyé un avertissement.</translation>
    </message>
    <message>
        <source>The avatar speaks, and nothing is heard.</source>
        <translation>L’avatar parle, et on n’entend rien.</translation>
    </message>
    <message>
        <source>The avatar&apos;s picture or sound is missing.</source>
        <translation>L’image ou le son de l’avatar manque.</translation>
    </message>
    <message>
        <source>The broker asked the service {attempts} times for the session.</source>
        <translation>Le broker a demandé la session au service {attempts} fois.</translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>Le broker est inaccessible.</translation>
    </message>
    <message>
        <source>The broker does not accept the token</source>
        <translation>Le broker n’accepte pas le jeton</translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation>Le broker ne répond pas.</translation>
    </message>
    <message>
        <source>The broker has moved to {url}.</source>
        <translation>Le broker a déménagé à {url}.</translation>
    </message>
    <message>
        <source>The broker has moved.</source>
        <translation>Le broker a déménagé.</translation>
    </message>
    <message>
        <source>The broker has not answered for {PATIENCE} s.</source>
        <translation>Le broker n’a pas répondu depuis {PATIENCE} s.</translation>
    </message>
    <message>
        <source>The broker limits it.</source>
        <translation>Le broker la limite.</translation>
    </message>
    <message>
        <source>The broker reported an error ({status}).</source>
        <translation>Le broker a signalé une erreur ({status}).</translation>
    </message>
    <message>
        <source>The broker wants a token.</source>
        <translation>Le broker demande un jeton.</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing</source>
        <translation>L’URL du broker manque</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a list of personas.</source>
        <translation>La réponse du broker n’est pas une liste de personas.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a session.</source>
        <translation>La réponse du broker n’est pas une session.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer means “{code}”.</source>
        <translation>La réponse du broker signifie « {code} ».</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not trusted.</source>
        <translation>Le certificat du broker n’est pas approuvé.</translation>
    </message>
    <message>
        <source>The connection broke. Connecting again; what you type is kept.</source>
        <translation>La connexion s’est rompue et se rétablit&#x202f;; ce que vous tapez est conservé.</translation>
    </message>
    <message>
        <source>The connection for picture and sound failed.</source>
        <translation>La connexion pour l’image et le son a échoué.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording has ended.</source>
        <translation>Le disque est plein : l’enregistrement est terminé.</translation>
    </message>
    <message>
        <source>The disk is too slow, so parts of the recording are missing.</source>
        <translation>Le disque est trop lent : des parties de l’enregistrement manquent.</translation>
    </message>
    <message>
        <source>The events cannot be written to {path}: {strerror}.</source>
        <translation>Les événements ne peuvent pas être écrits dans {path} : {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens can be read or changed by others.</source>
        <translation>Le fichier de jetons {file} peut être lu ou modifié par d’autres.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be read: {strerror}.</source>
        <translation>Le fichier de jetons {file} ne peut pas être lu&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be written: {strerror}.</source>
        <translation>Le fichier de jetons {file} ne peut pas être écrit&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens is damaged.</source>
        <translation>Le fichier de jetons {file} est endommagé.</translation>
    </message>
    <message>
        <source>The gateway does not let this session through to the avatar engine.</source>
        <translation>La passerelle ne laisse pas passer cette session vers le moteur de l’avatar.</translation>
    </message>
    <message>
        <source>The installed aiortc or aioice does not fit: {missing} is missing.</source>
        <translation>L’aiortc ou l’aioice installé ne convient pas&#xa0;: il manque {missing}.</translation>
    </message>
    <message>
        <source>The line to the avatar engine broke.</source>
        <translation>La ligne vers le moteur d’avatar s’est rompue.</translation>
    </message>
    <message>
        <source>The line to the avatar engine failed.</source>
        <translation>La ligne vers le moteur de l’avatar a échoué.</translation>
    </message>
    <message>
        <source>The line to the avatar engine is lost.</source>
        <translation>La ligne vers le moteur de l’avatar est perdue.</translation>
    </message>
    <message>
        <source>The microphone delivers nothing but digital silence.</source>
        <translation>Le microphone ne livre que du silence numérique.</translation>
    </message>
    <message>
        <source>The microphone does not hear you.</source>
        <translation>Le microphone ne vous entend pas.</translation>
    </message>
    <message>
        <source>The microphone hears you too quietly.</source>
        <translation>Le microphone vous entend trop faiblement.</translation>
    </message>
    <message>
        <source>The microphone is muted in the system.</source>
        <translation>Le microphone est coupé dans le système.</translation>
    </message>
    <message>
        <source>The microphone is too loud, which distorts your voice.</source>
        <translation>Le microphone est trop fort, ce qui déforme votre voix.</translation>
    </message>
    <message>
        <source>The persona could not be told to speak.</source>
        <translation>Il n’a pas été possible de faire parler la persona.</translation>
    </message>
    <message>
        <source>The persona was not told to speak: the engine answered {status_code}.</source>
        <translation>La persona n’a pas été invitée à parler&#xa0;: le moteur a répondu {status_code}.</translation>
    </message>
    <message>
        <source>The persona&apos;s ID is missing or too long.</source>
        <translation>L’identifiant de la persona manque ou est trop long.</translation>
    </message>
    <message>
        <source>The persona&apos;s pictures cannot be recorded.</source>
        <translation>Les images de la persona ne peuvent pas être enregistrées.</translation>
    </message>
    <message>
        <source>The picture and sound of the avatar stopped.</source>
        <translation>L’image et le son de l’avatar se sont arrêtés.</translation>
    </message>
    <message>
        <source>The picture is {width1}×{height1} now and was {width2}×{height2}.</source>
        <translation>L’image fait maintenant {width1}×{height1} et faisait {width2}×{height2}.</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <translation>L’image est figée.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>Le proxy est inaccessible.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>Le proxy a refusé la connexion.</translation>
    </message>
    <message>
        <source>The recording cannot be written.</source>
        <translation>L’enregistrement ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The recording cannot be written: {why}.</source>
        <translation>L’enregistrement ne peut pas être écrit : {why}.</translation>
    </message>
    <message>
        <source>The recording could not be made an MP4 file.</source>
        <translation>L’enregistrement n’a pas pu être converti en fichier MP4.</translation>
    </message>
    <message>
        <source>The relay refused this session&apos;s credentials, and there is no direct way.</source>
        <translation>Le relais a refusé les identifiants de cette session, et il n’y a pas de voie directe.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not trusted, and there is no direct way.</source>
        <translation>Le certificat du relais n’est pas approuvé, et il n’y a pas de voie directe.</translation>
    </message>
    <message>
        <source>The session could not be saved as “{name}”: {why}.</source>
        <translation>La session n’a pas pu être enregistrée sous « {name} » : {why}.</translation>
    </message>
    <message>
        <source>The session ends after {seconds} s.</source>
        <translation>La session se termine après {seconds} s.</translation>
    </message>
    <message>
        <source>The session was over after {lasted} s.</source>
        <translation>La session s’est terminée au bout de {lasted} s.</translation>
    </message>
    <message>
        <source>The setting {name} is wrong: {sentence}.</source>
        <translation>Le réglage {name} est incorrect&#xa0;: {sentence}.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {strerror}.</source>
        <translation>Le fichier de réglages {file} ne peut pas être lu&#xa0;: {strerror}.</translation>
    </message>
    <message>
        <source>The settings file {file} is not TOML: {error}.</source>
        <translation>Le fichier de réglages {file} n’est pas du TOML&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The sound device could not be opened.</source>
        <translation>L’appareil audio n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The sound devices cannot be used ({why}).</source>
        <translation>Les appareils audio ne peuvent pas être utilisés ({why}).</translation>
    </message>
    <message>
        <source>The sound server cannot be asked.</source>
        <translation>Le serveur de son ne peut pas être interrogé.</translation>
    </message>
    <message>
        <source>The system has muted what this program records.</source>
        <translation>Le système a coupé ce que ce programme enregistre.</translation>
    </message>
    <message>
        <source>The system records “{name}”, which is no microphone.</source>
        <translation>Le système enregistre «&#xa0;{name}&#xa0;», qui n’est pas un microphone.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the token up.</source>
        <translation>Le trousseau du système ne livre pas le jeton.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is of an unknown kind.</source>
        <translation>Le proxy du système est d’un type inconnu.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in the system&apos;s keyring.</source>
        <translation>Le jeton pour {broker} est conservé dans le trousseau du système.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in {tokens_file}, which only you can read: no keyring took it.</source>
        <translation>Le jeton pour {broker} est conservé dans {tokens_file}, que vous seul pouvez lire&#xa0;: aucun trousseau ne l’a pris.</translation>
    </message>
    <message>
        <source>The {what} “{name}” is not there, so the system&apos;s default is used.</source>
        <translation>Le {what} «&#xa0;{name}&#xa0;» est absent&#x202f;; celui par défaut du système est utilisé.</translation>
    </message>
    <message>
        <source>The {which} could not be opened.</source>
        <translation>Le {which} n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The {which} could not be opened: its driver failed ({why}).</source>
        <translation>Le {which} n’a pas pu être ouvert&#xa0;: son pilote a échoué ({why}).</translation>
    </message>
    <message>
        <source>The {which} is in use.</source>
        <translation>Le {which} est déjà utilisé.</translation>
    </message>
    <message>
        <source>The {word} “{name}” is not there.</source>
        <translation>Le {word} «&#xa0;{name}&#xa0;» est absent.</translation>
    </message>
    <message>
        <source>There is no PulseAudio and no PipeWire.</source>
        <translation>Il n’y a ni PulseAudio ni PipeWire.</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>Il n’y a pas encore de session.</translation>
    </message>
    <message>
        <source>They were sent, and the network did not bring them.</source>
        <translation>Ils ont été envoyés, et le réseau ne les a pas livrés.</translation>
    </message>
    <message>
        <source>This broker has no gateway.</source>
        <translation>Ce broker n’a pas de passerelle.</translation>
    </message>
    <message>
        <source>This network lets no UDP through, and no relay can be reached.</source>
        <translation>Ce réseau ne laisse pas passer UDP, et aucun relais n’est accessible.</translation>
    </message>
    <message>
        <source>This program may not use the microphone.</source>
        <translation>Ce programme n’a pas le droit d’utiliser le microphone.</translation>
    </message>
    <message>
        <source>This program may not use the {which}.</source>
        <translation>Ce programme n’a pas le droit d’utiliser le {which}.</translation>
    </message>
    <message>
        <source>This session is in another service&apos;s room, which cannot be joined here.</source>
        <translation>Cette session est dans la salle d’un autre service, que l’on ne peut pas rejoindre d’ici.</translation>
    </message>
    <message>
        <source>This session may only go through a relay, and none can be reached.</source>
        <translation>Cette session ne peut passer que par un relais, et aucun n’est accessible.</translation>
    </message>
    <message>
        <source>Too much is waiting to be said.</source>
        <translation>Trop de messages attendent d’être dits.</translation>
    </message>
    <message>
        <source>Too much is waiting to be spoken.</source>
        <translation>Trop de messages attendent d’être prononcés.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Réessayez dans un instant&#x202f;; si cela persiste, adressez-vous au responsable du broker.</translation>
    </message>
    <message>
        <source>Try again in {value}, or raise the limit with the avatar service.</source>
        <translation>Réessayez dans {value}, ou relevez la limite auprès du service d’avatars.</translation>
    </message>
    <message>
        <source>Try again in {value}.</source>
        <translation>Réessayez dans {value}.</translation>
    </message>
    <message>
        <source>Try again in {value}; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Réessayez dans {value}&#x202f;; si cela persiste, adressez-vous au responsable du broker.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask the avatar service&apos;s operator.</source>
        <translation>Réessayez&#x202f;; si cela persiste, adressez-vous au responsable du service d’avatars.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask your network&apos;s operator what drops large UDP packets.</source>
        <translation>Réessayez&#x202f;; si cela persiste, demandez au responsable de votre réseau ce qui rejette les gros paquets UDP.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, run persona-viewer doctor on this network.</source>
        <translation>Réessayez&#x202f;; si cela persiste, lancez persona-viewer doctor sur ce réseau.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar engine or its TURN server has a fault.</source>
        <translation>Réessayez&#x202f;; si cela persiste, le moteur de l’avatar ou son serveur TURN est en défaut.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar service has a fault.</source>
        <translation>Réessayez&#x202f;; si cela persiste, le service d’avatars est en défaut.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the broker&apos;s log says more.</source>
        <translation>Réessayez&#x202f;; si cela persiste, le journal du broker en dit plus.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the engine speaks a version or codec that this viewer does not.</source>
        <translation>Réessayez&#x202f;; si cela persiste, le moteur parle une version ou un codec que ce programme ne connaît pas.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, look at the log (--log-level info).</source>
        <translation>Réessayez&#x202f;; si cela se reproduit, consultez le journal (--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with what the log says (--log-level info).</source>
        <translation>Réessayez&#x202f;; si cela se reproduit, signalez-le avec ce que dit le journal (--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it stays silent, restart the broker.</source>
        <translation>Réessayez&#x202f;; s’il reste muet, redémarrez le broker.</translation>
    </message>
    <message>
        <source>Try another persona, or ask the broker&apos;s operator to mend what the service names.</source>
        <translation>Essayez une autre persona, ou demandez au responsable du broker de corriger ce que le service signale.</translation>
    </message>
    <message>
        <source>Try another persona; if it goes on, the avatar service has a fault.</source>
        <translation>Essayez une autre persona&#x202f;; si cela persiste, le service d’avatars est en défaut.</translation>
    </message>
    <message>
        <source>Turn it up in the system&apos;s sound settings.</source>
        <translation>Montez-le dans les réglages audio du système.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.</source>
        <translation>Déverrouillez-le et réessayez, ou retirez «&#xa0;{broker}&#xa0;» de «&#xa0;{SERVICE}&#xa0;» avec son propre programme.</translation>
    </message>
    <message>
        <source>Unmute Persona Viewer among the recordings in the system&apos;s sound settings.</source>
        <translation>Réactivez Persona Viewer parmi les enregistrements dans les réglages audio du système.</translation>
    </message>
    <message>
        <source>Unmute it in the system&apos;s sound settings, or with the key on the keyboard or headset.</source>
        <translation>Réactivez-le dans les réglages audio du système, ou avec la touche du clavier ou du casque.</translation>
    </message>
    <message>
        <source>Unmute yourself with the microphone button.</source>
        <translation>Réactivez-vous avec le bouton du microphone.</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <translation>Mettez celui-ci à jour.</translation>
    </message>
    <message>
        <source>Wait a moment, then say it again in shorter parts.</source>
        <translation>Attendez un instant, puis répétez en parties plus courtes.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Attendez un instant.</translation>
    </message>
    <message>
        <source>Wait for the connection.</source>
        <translation>Attendez la connexion.</translation>
    </message>
    <message>
        <source>Wait until it is.</source>
        <translation>Attendez qu’il le soit.</translation>
    </message>
    <message>
        <source>Wait until the limit is renewed, or raise it with the avatar service.</source>
        <translation>Attendez que la limite soit renouvelée, ou relevez-la auprès du service d’avatars.</translation>
    </message>
    <message>
        <source>Wait until the persona is there.</source>
        <translation>Attendez que la persona soit là.</translation>
    </message>
    <message>
        <source>Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off.</source>
        <translation>Attendez que l’avatar se taise pour parler&#x202f;; avec un casque, désactivez l’annulation d’écho.</translation>
    </message>
    <message>
        <source>What {source} holds is not a token.</source>
        <translation>Ce que contient {source} n’est pas un jeton.</translation>
    </message>
    <message>
        <source>With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>Avec un casque, c’est normal. Sinon, montez le volume, ou choisissez un autre appareil.</translation>
    </message>
    <message>
        <source>You are speaking, but your microphone is off.</source>
        <translation>Vous parlez, mais votre microphone est coupé.</translation>
    </message>
    <message>
        <source>Your microphone has not heard you for a while.</source>
        <translation>Votre microphone ne vous a pas entendu depuis un moment.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>Votre microphone entend bien votre haut-parleur&#x202f;; l’annulation d’écho servira.</translation>
    </message>
    <message>
        <source>and keep it: persona-viewer token set --broker {broker}</source>
        <translation>et conservez-le&#xa0;: persona-viewer token set --broker {broker}</translation>
    </message>
    <message>
        <source>and put it into {VARIABLE}</source>
        <translation>et mettez-le dans {VARIABLE}</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>ne peut pas être écrit</translation>
    </message>
    <message>
        <source>holds no certificate that can be read</source>
        <translation>ne contient aucun certificat lisible</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>n’est pas un dossier</translation>
    </message>
    <message>
        <source>it answers with a web page ({status})</source>
        <translation>la réponse est une page web ({status})</translation>
    </message>
    <message>
        <source>it answers with nothing ({status})</source>
        <translation>la réponse est vide ({status})</translation>
    </message>
    <message>
        <source>it answers {status}</source>
        <translation>la réponse est {status}</translation>
    </message>
    <message>
        <source>it has to be a JSON object</source>
        <translation>il faut un objet JSON</translation>
    </message>
    <message>
        <source>it has to be a URL like http://host:port or https://host/path</source>
        <translation>il faut une URL comme http://host:port ou https://host/path</translation>
    </message>
    <message>
        <source>it holds a user name or a password; leave them out, and keep the broker&apos;s token with persona-viewer token set --broker URL</source>
        <translation>elle contient un nom d’utilisateur ou un mot de passe&#x202f;; retirez-les et conservez le jeton du broker avec persona-viewer token set --broker URL</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>haut-parleur</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>microphone</translation>
    </message>
    <message>
        <source>{mend}, or unset {name}.</source>
        <translation>{mend}, ou retirez {name}.</translation>
    </message>
    <message>
        <source>{name} names {place}, which {fault}{why}.</source>
        <translation>{name} indique {place}, qui {fault}{why}.</translation>
    </message>
    <message>
        <source>{sequence} would be typed; add Ctrl or Alt, or take a key like F5</source>
        <translation>{sequence} serait saisi&#x202f;; ajoutez Ctrl ou Alt, ou prenez une touche comme F5</translation>
    </message>
    <message>
        <source>{which} is muted in the system.</source>
        <translation>Le {which} est coupé dans le système.</translation>
    </message>
    <message>
        <source>{which} is turned down to {percent} % in the system.</source>
        <translation>Le {which} est baissé à {percent}&#x202f;% dans le système.</translation>
    </message>
    <message>
        <source>{word} of this computer</source>
        <translation>{word} de cet ordinateur</translation>
    </message>
    <message>
        <source>{word} “{name}”</source>
        <translation>{word} «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Setback</name>
    <message>
        <source>Ask the broker&apos;s operator for one, and enter it here.</source>
        <translation>Demandez-en un au responsable du broker, et saisissez-le ici.</translation>
    </message>
    <message>
        <source>Keeping the token …</source>
        <translation>Conservation du jeton…</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Heard in all windows during a talk, while push to talk is on</source>
        <translation>Agit dans toutes les fenêtres pendant une conversation, quand «&#xa0;Appuyer pour parler&#xa0;» est activé</translation>
    </message>
    <message>
        <source>That key is needed for typing and moving. Hold Ctrl or Alt with it.</source>
        <translation>Cette touche sert à écrire et à se déplacer. Maintenez Ctrl ou Alt avec elle.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close {panel}</source>
        <translation>Fermer {panel}</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Back to the window</source>
        <translation>Retour à la fenêtre</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>Terminer la conversation</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Couper le microphone</translation>
    </message>
    <message>
        <source>Persona Viewer, small window</source>
        <translation>Persona Viewer, petite fenêtre</translation>
    </message>
</context>
<context>
    <name>SnippetBar</name>
    <message>
        <source>Keep snippets on this computer, in the settings file</source>
        <translation>Garder les extraits sur cet ordinateur, dans le fichier des réglages</translation>
    </message>
    <message>
        <source>Keep this form as a snippet</source>
        <translation>Garder ce formulaire comme extrait</translation>
    </message>
    <message>
        <source>Keep this form as…</source>
        <translation>Garder ce formulaire sous…</translation>
    </message>
    <message>
        <source>Name of a snippet</source>
        <translation>Nom d’un extrait</translation>
    </message>
    <message>
        <source>Remove the snippet</source>
        <translation>Retirer l’extrait</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Extraits</translation>
    </message>
</context>
<context>
    <name>SoundForm</name>
    <message>
        <source>16-bit PCM, at best 24 kHz and one channel</source>
        <translation>PCM 16 bits, de préférence 24 kHz et un canal</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Choisissez d’abord un fichier.</translation>
    </message>
    <message>
        <source>It has to be 16-bit PCM of 8 to 192 kHz: convert it first.</source>
        <translation>Il faut du PCM 16 bits de 8 à 192 kHz : convertissez-le d’abord.</translation>
    </message>
    <message>
        <source>It may take {minutes} minutes at most: cut it first.</source>
        <translation>Il peut durer {minutes} minutes au plus : coupez-le d’abord.</translation>
    </message>
    <message>
        <source>It takes {seconds} s.</source>
        <translation>Il dure {seconds} s.</translation>
    </message>
    <message>
        <source>Let the avatar speak what the microphone hears</source>
        <translation>Faire dire à l’avatar ce que le microphone entend</translation>
    </message>
    <message>
        <source>That file cannot be read: choose another one.</source>
        <translation>Ce fichier est illisible : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>That is no WAV file of PCM: convert it first.</source>
        <translation>Ce n’est pas un fichier WAV en PCM : convertissez-le d’abord.</translation>
    </message>
    <message>
        <source>The file is being read; try again in a moment.</source>
        <translation>Le fichier est en cours de lecture ; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>There is no sound in that file.</source>
        <translation>Il n’y a pas de son dans ce fichier.</translation>
    </message>
    <message>
        <source>WAV file</source>
        <translation>Fichier WAV</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Asking {name} who is there …</source>
        <translation>Qui est là chez {name}&#x202f;? Demande en cours…</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Vérifier microphone et haut-parleur</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>The demo did not start.</source>
        <translation>La démo n’a pas démarré.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, start it in a terminal: persona-viewer demo.</source>
        <translation>Réessayez&#x202f;; si cela persiste, lancez-la dans un terminal&#xa0;: persona-viewer demo.</translation>
    </message>
    <message>
        <source>{name} names no personas. Call one by its ID.</source>
        <translation>{name} ne nomme aucune persona. Appelez-en une par son identifiant.</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>State: {words}</source>
        <translation>État&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là ?</translation>
    </message>
    <message>
        <source>Speak, or touch the screen.</source>
        <translation>Parlez ou touchez l&apos;écran.</translation>
    </message>
</context>
<context>
    <name>StreamForm</name>
    <message>
        <source>Give the stream a name.</source>
        <translation>Donnez un nom au flux.</translation>
    </message>
    <message>
        <source>It is the last piece</source>
        <translation>C’est le dernier morceau</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation>Énoncé</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>none, or a UUID</source>
        <translation>aucun, ou un UUID</translation>
    </message>
</context>
<context>
    <name>TalkAnywhere</name>
    <message>
        <source>Another program uses {keys}, so it cannot be your key to talk from any window. Choose another key.</source>
        <translation>Un autre programme utilise {keys}, qui ne peut donc pas servir à parler depuis toute fenêtre. Choisissez une autre touche.</translation>
    </message>
    <message>
        <source>On this system no key is heard in other windows. Use the window&apos;s own key to talk.</source>
        <translation>Sur ce système, aucune touche n’agit dans d’autres fenêtres. Parlez avec la touche de la fenêtre.</translation>
    </message>
    <message>
        <source>The desktop took back the key to talk from any window. It is asked again at the next talk.</source>
        <translation>Le bureau a repris la touche pour parler depuis toute fenêtre. Il sera de nouveau interrogé à la prochaine conversation.</translation>
    </message>
    <message>
        <source>This desktop gives keys for all windows only to programs in its menu. Install persona-viewer.desktop.</source>
        <translation>Ce bureau ne donne des touches pour toutes les fenêtres qu’aux programmes de son menu. Installez persona-viewer.desktop.</translation>
    </message>
    <message>
        <source>This desktop gives programs no key that is heard in all windows. Use the window&apos;s own key to talk.</source>
        <translation>Ce bureau ne donne aux programmes aucune touche qui agisse dans toutes les fenêtres. Parlez avec la touche de la fenêtre.</translation>
    </message>
    <message>
        <source>This keyboard has no {keys}, your key to talk from any window. Choose another key.</source>
        <translation>Ce clavier n’a pas {keys}, votre touche pour parler depuis toute fenêtre. Choisissez une autre touche.</translation>
    </message>
    <message>
        <source>Your desktop asks you about this key when a talk begins, and may choose another one.</source>
        <translation>Votre bureau vous interroge sur cette touche au début d’une conversation et peut en choisir une autre.</translation>
    </message>
    <message>
        <source>Your desktop gave no key to talk from any window. It is asked again at the next talk.</source>
        <translation>Votre bureau n’a donné aucune touche pour parler depuis toute fenêtre. Il sera de nouveau interrogé à la prochaine conversation.</translation>
    </message>
    <message>
        <source>Your desktop has no key for this. Choose one in the desktop&apos;s settings.</source>
        <translation>Votre bureau n’a pas de touche pour cela. Choisissez-en une dans les réglages du bureau.</translation>
    </message>
    <message>
        <source>Your desktop uses {keys} for this. You can change it in the desktop&apos;s settings.</source>
        <translation>Votre bureau utilise {keys} pour cela. Vous pouvez la changer dans les réglages du bureau.</translation>
    </message>
</context>
<context>
    <name>TalkManners</name>
    <message>
        <source>The talk with {name} is over</source>
        <translation>La conversation avec {name} est terminée</translation>
    </message>
    <message>
        <source>{name} is waiting for you</source>
        <translation>{name} vous attend</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>The talk ends in {time}.</source>
        <translation>La conversation se termine dans {time}.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>encore {minutes} min</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>encore {minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln line(s) found.</source>
        <translation>
            <numerusform>%Ln ligne trouvée.</numerusform>
            <numerusform>%Ln lignes trouvées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>Canal de données</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Figures and heartbeats</source>
        <translation>Chiffres et battements</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Suivre le plus récent</translation>
    </message>
    <message>
        <source>Offer and answer</source>
        <translation>Offre et réponse</translation>
    </message>
    <message>
        <source>Save as rtcstats…</source>
        <translation>Enregistrer au format rtcstats…</translation>
    </message>
    <message>
        <source>Save for webrtc-internals viewers…</source>
        <translation>Enregistrer pour les lecteurs de webrtc-internals…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Enregistrer la session</translation>
    </message>
    <message>
        <source>Save with addresses</source>
        <translation>Enregistrer avec les adresses</translation>
    </message>
    <message>
        <source>Save, addresses masked</source>
        <translation>Enregistrer, adresses masquées</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>Chercher dans la chronologie</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Signalisation</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>Il n’y a encore rien à enregistrer.</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Pensées</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est affiché</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
</context>
<context>
    <name>ToolForm</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Answer tools by hand: nothing else answers them then</source>
        <translation>Répondre aux outils à la main : rien d’autre ne répond alors</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>It is called with {arguments}</source>
        <translation>Il est appelé avec {arguments}</translation>
    </message>
    <message>
        <source>JSON, or words</source>
        <translation>JSON, ou des mots</translation>
    </message>
    <message>
        <source>No call awaits an answer</source>
        <translation>Aucun appel n’attend de réponse</translation>
    </message>
    <message>
        <source>No call awaits an answer.</source>
        <translation>Aucun appel n’attend de réponse.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>The last call failed: {why}</source>
        <translation>Le dernier appel a échoué : {why}</translation>
    </message>
    <message>
        <source>Write what went wrong.</source>
        <translation>Écrivez ce qui n’a pas marché.</translation>
    </message>
</context>
<context>
    <name>TouchBar</name>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>%n ligne antérieure n’est pas conservée.</numerusform>
            <numerusform>%n lignes antérieures ne sont pas conservées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is copied.</source>
        <translation>Tout est copié.</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
    <message>
        <source>Clear the transcript</source>
        <translation>Effacer la transcription</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Copy what is selected, or all</source>
        <translation>Copier la sélection, ou tout</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>Exporter la transcription</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>Aller à la ligne la plus récente</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récent</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>The transcript is cleared.</source>
        <translation>La transcription est effacée.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>non transmis</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>tapé</translation>
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
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>What you and the avatar say appears here.</source>
        <translation>Ce que vous et l’avatar dites apparaît ici.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Leave the talk</source>
        <translation>Quitter la conversation</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Couper le microphone</translation>
    </message>
    <message>
        <source>Persona Viewer: talking to {name}</source>
        <translation>Persona Viewer&#xa0;: en conversation avec {name}</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Afficher la fenêtre</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>At</source>
        <translation>À</translation>
    </message>
    <message>
        <source>First movement of the mouth: {p50} and {p95}.</source>
        <translation>Premier mouvement de la bouche : {p50} et {p95}.</translation>
    </message>
    <message>
        <source>First sound: half of them within {p50}, 95 % within {p95}. First word: {w50} and {w95}.</source>
        <translation>Premier son : la moitié en {p50}, 95 % en {p95}. Premier mot : {w50} et {w95}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Nobody has been answered yet.</source>
        <translation>Personne n’a encore reçu de réponse.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>L’utilisateur</translation>
    </message>
    <message>
        <source>Those places of the picture that change most while the persona is heard, and little while it is silent, are its mouth. It moves in the first picture in which they change far more than just before. Nothing is told until the mouth has been found, in the first seconds of speech.</source>
        <translation>Les endroits de l’image qui changent le plus pendant que l’on entend le personnage, et peu pendant qu’il se tait, sont sa bouche. Elle bouge dans la première image où ils changent bien plus que juste avant. Rien n’est indiqué tant que la bouche n’a pas été trouvée, dans les premières secondes de parole.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Tours de parole</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>sent a text</source>
        <translation>a envoyé un texte</translation>
    </message>
    <message>
        <source>stopped speaking</source>
        <translation>a cessé de parler</translation>
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
        <translation>Haut-parleur</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume: {percent}</source>
        <translation>Volume&#xa0;: {percent}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#x202f;%</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
</context>
</TS>
