<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.</source>
        <translation>Una letra sola se escribiría. Mantenga Ctrl, Alt o Mayús y Ctrl con ella.</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Siempre visible</translation>
    </message>
    <message>
        <source>Bring back what was cleared</source>
        <translation>Recuperar lo borrado</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>Elegir el altavoz</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Elegir el micrófono</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>Terminar la conversación</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Llenar la ventana</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Have the message said word for word</source>
        <translation>Que diga el mensaje palabra por palabra</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>Silenciar el micrófono</translation>
    </message>
    <message>
        <source>Other programs need that key. Hold Ctrl, Alt or Meta with it, or take one like F9.</source>
        <translation>Otros programas necesitan esa tecla. Mantenga Ctrl, Alt o Meta con ella, o elija una como F9.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Pulsar para hablar</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Record the talk</source>
        <translation>Grabar la conversación</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Mostrar la imagen entera</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>Ventana pequeña</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech</source>
        <translation>Cortar la palabra al avatar</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech, or leave full screen</source>
        <translation>Cortar la palabra al avatar, o salir de pantalla completa</translation>
    </message>
    <message>
        <source>Talk from any window, while it is held</source>
        <translation>Hablar desde cualquier ventana, mientras se mantiene</translation>
    </message>
    <message>
        <source>Talk, while it is held</source>
        <translation>Hablar, mientras se mantiene</translation>
    </message>
    <message>
        <source>That is no key that this computer knows. Press another one.</source>
        <translation>Este equipo no conoce esa tecla. Pulse otra.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escribir un mensaje</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>“{action}” has that key already. Press another one.</source>
        <translation>«{action}» ya tiene esa tecla. Pulse otra.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Connected again.</source>
        <translation>Conectado de nuevo.</translation>
    </message>
    <message>
        <source>Connected. You can talk now.</source>
        <translation>Conectado. Ya puede hablar.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>Micrófono silenciado</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>Micrófono activado</translation>
    </message>
    <message>
        <source>The avatar is back.</source>
        <translation>El avatar ha vuelto.</translation>
    </message>
    <message>
        <source>The talk is over.</source>
        <translation>La conversación ha terminado.</translation>
    </message>
</context>
<context>
    <name>BrokerCheck</name>
    <message>
        <source>A web page answers there. If this is your broker, go on; else check the URL.</source>
        <translation>Allí responde una página web. Si es su broker, continúe; si no, compruebe la URL.</translation>
    </message>
    <message>
        <source>It is there, and wants a token, which you can enter when you have added it.</source>
        <translation>Está ahí y pide un token, que podrá introducir cuando lo haya añadido.</translation>
    </message>
    <message>
        <source>It is there, but its certificate is not trusted.</source>
        <translation>Está ahí, pero su certificado no es de confianza.</translation>
    </message>
    <message>
        <source>It is there. Personas: {count}.</source>
        <translation>Está ahí. Personajes: {count}.</translation>
    </message>
    <message>
        <source>Looking at {url} …</source>
        <translation>Mirando {url}…</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the URL and your network.</source>
        <translation>Allí no responde nadie. Compruebe la URL y su red.</translation>
    </message>
    <message>
        <source>Somebody answers there and names no personas: you call them by their ID.</source>
        <translation>Allí responde alguien y no nombra personajes: se les llama por su ID.</translation>
    </message>
    <message>
        <source>Somebody answers there, but that is not a broker.</source>
        <translation>Allí responde alguien, pero no es un broker.</translation>
    </message>
    <message>
        <source>That is not a URL yet. It looks like https://broker.example.com.</source>
        <translation>Todavía no es una URL. Tiene esta forma: https://broker.example.com.</translation>
    </message>
    <message>
        <source>The broker&apos;s operator knows its URL.</source>
        <translation>El responsable del broker conoce su URL.</translation>
    </message>
</context>
<context>
    <name>BrokerPanel</name>
    <message>
        <source>As you like to call it</source>
        <translation>Como quiera llamarlo</translation>
    </message>
    <message>
        <source>Broker URL</source>
        <translation>URL del broker</translation>
    </message>
    <message>
        <source>Broker&apos;s name</source>
        <translation>Nombre del broker</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Correct the broker&apos;s URL.</source>
        <translation>Corrija la URL del broker.</translation>
    </message>
    <message>
        <source>Joe lives on this computer: no account, no network.</source>
        <translation>Joe vive en este equipo: sin cuenta, sin red.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>Hablar con la demostración</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing.</source>
        <translation>Falta la URL del broker.</translation>
    </message>
    <message>
        <source>Type it in, then go on.</source>
        <translation>Escríbala y continúe.</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>Usar este broker</translation>
    </message>
    <message>
        <source>Your broker&apos;s URL</source>
        <translation>URL de su broker</translation>
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
        <translation>Subtítulo</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Bottom</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Recuadro</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mediano</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>Sin subtítulos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Muy grande</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Call {name}</source>
        <translation>Llamar a {name}</translation>
    </message>
    <message>
        <source>Forget that I called {name}</source>
        <translation>Olvidar que llamé a {name}</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personajes</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>recently</source>
        <translation>hace poco</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>A little quiet. Come closer, or turn the microphone up.</source>
        <translation>Un poco bajo. Acérquese o suba el micrófono.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>Su volumen</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Escuchando…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Microphone check</source>
        <translation>Comprobación del micrófono</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone. With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>Nada del sonido de prueba llegó a su micrófono. Con auriculares es lo correcto. Si no, suba el volumen o elija otro dispositivo.</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>Reproducir un sonido de prueba</translation>
    </message>
    <message>
        <source>Playing it back…</source>
        <translation>Reproduciendo…</translation>
    </message>
    <message>
        <source>Plays two short tones and listens whether your microphone hears them.</source>
        <translation>Reproduce dos tonos cortos y escucha si su micrófono los oye.</translation>
    </message>
    <message>
        <source>Record 3 seconds</source>
        <translation>Grabar 3 segundos</translation>
    </message>
    <message>
        <source>Say something: the bar moves while you speak.</source>
        <translation>Diga algo: la barra se mueve mientras habla.</translation>
    </message>
    <message numerus="yes">
        <source>Speak… %n</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>Hable…&#xa0;%n</numerusform>
            <numerusform>Hable…&#xa0;%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the test sound</source>
        <translation>Detener el sonido de prueba</translation>
    </message>
    <message>
        <source>Test the echo</source>
        <translation>Probar el eco</translation>
    </message>
    <message>
        <source>Too loud. Turn the microphone down, or move away from it.</source>
        <translation>Demasiado alto. Baje el micrófono o aléjese de él.</translation>
    </message>
    <message>
        <source>What the microphone hears of the loudspeaker</source>
        <translation>Lo que el micrófono oye del altavoz</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>Se le oye bien.</translation>
    </message>
    <message>
        <source>You will hear two short tones. Keep quiet for a moment.</source>
        <translation>Oirá dos tonos cortos. Guarde silencio un momento.</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>Su llamada</translation>
    </message>
    <message>
        <source>Your call goes on. You are not heard in it until you close this check.</source>
        <translation>Su llamada continúa. En ella no se le oye hasta que cierre esta comprobación.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>Su micrófono oye bien su altavoz; se usará la cancelación de eco.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Have it said word for word</source>
        <translation>Que lo diga palabra por palabra</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>Ajustes del micrófono</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Enviar el mensaje</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>Cortar la palabra</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>A report on this computer names the place in the program, and nothing that was said. It helps whoever mends it.</source>
        <translation>Un informe en este equipo indica el lugar en el programa y nada de lo que se dijo. Ayuda a quien lo arregla.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Persona Viewer ended unexpectedly last time.</source>
        <translation>Persona Viewer terminó inesperadamente la última vez.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Mostrar el archivo</translation>
    </message>
    <message>
        <source>Something in Persona Viewer failed last time.</source>
        <translation>Algo falló en Persona Viewer la última vez.</translation>
    </message>
</context>
<context>
    <name>CueForm</name>
    <message>
        <source>At once</source>
        <translation>En seguida</translation>
    </message>
    <message>
        <source>At so many milliseconds of its speech</source>
        <translation>A tantos milisegundos de su discurso</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Indicación</translation>
    </message>
    <message>
        <source>In so many milliseconds</source>
        <translation>Dentro de tantos milisegundos</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Milisegundos</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Starting the demo on this computer …</source>
        <translation>Iniciando la demostración en este equipo…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Session description</source>
        <translation>Descripción de la sesión</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>Elegir el altavoz</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>Elegir el micrófono</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Sin altavoz</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Sin micrófono</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (no está)</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>processor</source>
        <translation>procesador</translation>
    </message>
    <message>
        <source>processor, since the graphics driver failed</source>
        <translation>procesador, porque falló el controlador gráfico</translation>
    </message>
    <message>
        <source>processor, since the graphics driver hung</source>
        <translation>procesador, porque el controlador gráfico se bloqueó</translation>
    </message>
    <message>
        <source>processor, since the graphics processor was lost</source>
        <translation>procesador, porque se perdió el procesador gráfico</translation>
    </message>
    <message>
        <source>processor, since there is no graphics processor</source>
        <translation>procesador, porque no hay procesador gráfico</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>Call now</source>
        <translation>Llamar ahora</translation>
    </message>
    <message>
        <source>Calling again in {seconds} s …</source>
        <translation>Se llama de nuevo en {seconds} s…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Keep token</source>
        <translation>Guardar el token</translation>
    </message>
    <message>
        <source>The token that the broker&apos;s operator gave you</source>
        <translation>El token que le dio el responsable del broker</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>FaultsTab</name>
    <message>
        <source>Back to normal</source>
        <translation>Volver a la normalidad</translation>
    </message>
    <message>
        <source>Cut the WebSocket</source>
        <translation>Cortar el WebSocket</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Let the session expire</source>
        <translation>Dejar que la sesión caduque</translation>
    </message>
    <message>
        <source>Lose so much of the media that arrives</source>
        <translation>Perder esa parte de los medios que llegan</translation>
    </message>
    <message>
        <source>Nothing is broken on purpose any more.</source>
        <translation>Ya nada está averiado a propósito.</translation>
    </message>
    <message>
        <source>Percent of the packets</source>
        <translation>Porcentaje de los paquetes</translation>
    </message>
    <message>
        <source>Stall the media: nothing arrives</source>
        <translation>Detener los medios: no llega nada</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>No hay sesión: conéctese primero.</translation>
    </message>
    <message>
        <source>They are real to everything else; the timeline shows what follows.</source>
        <translation>Para todo lo demás son reales; la cronología muestra lo que sigue.</translation>
    </message>
    <message>
        <source>Unplug the loudspeaker</source>
        <translation>Desenchufar el altavoz</translation>
    </message>
    <message>
        <source>Unplug the microphone</source>
        <translation>Desenchufar el micrófono</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation>Aquí nadie se llama «{name}».</translation>
    </message>
    <message>
        <source>Persona ID</source>
        <translation>ID del personaje</translation>
    </message>
    <message>
        <source>The ID your avatar service gave it</source>
        <translation>El ID que le dio su servicio de avatares</translation>
    </message>
</context>
<context>
    <name>Graphs</name>
    <message>
        <source>Age of the picture</source>
        <translation>Edad de la imagen</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Pedido de nuevo</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Tasa de bits</translation>
    </message>
    <message>
        <source>Echo taken out</source>
        <translation>Eco eliminado</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Fluctuación</translation>
    </message>
    <message>
        <source>Latest event in a second</source>
        <translation>Evento más tardío por segundo</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Paquetes perdidos</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Picture after its sound</source>
        <translation>Imagen tras su sonido</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Processor, of a core</source>
        <translation>Procesador, de un núcleo</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Sound made up for losses</source>
        <translation>Sonido inventado por pérdidas</translation>
    </message>
    <message>
        <source>Sound waits until it is heard</source>
        <translation>El sonido espera hasta oírse</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Time between pictures</source>
        <translation>Tiempo entre imágenes</translation>
    </message>
    <message>
        <source>Waits before the screen</source>
        <translation>Esperas antes de la pantalla</translation>
    </message>
    <message>
        <source>Work for a picture</source>
        <translation>Trabajo por imagen</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>descodificado</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>descodificar</translation>
    </message>
    <message>
        <source>for a key frame (PLI)</source>
        <translation>fotograma clave (PLI)</translation>
    </message>
    <message>
        <source>for its sound</source>
        <translation>de su sonido</translation>
    </message>
    <message>
        <source>for packets</source>
        <translation>de paquetes</translation>
    </message>
    <message>
        <source>for packets (NACK)</source>
        <translation>paquetes (NACK)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>network and media</source>
        <translation>red y medios</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>pintado</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>pintar</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>dispersión</translation>
    </message>
    <message>
        <source>the avatar</source>
        <translation>el avatar</translation>
    </message>
    <message>
        <source>window</source>
        <translation>ventana</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s ago</source>
        <translation>hace {minutes} min {seconds} s</translation>
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
        <translation>{number} por segundo</translation>
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
        <translation>hace {seconds} s</translation>
    </message>
</context>
<context>
    <name>GraphsTab</name>
    <message>
        <source>Another time</source>
        <translation>Otro tiempo</translation>
    </message>
    <message>
        <source>How long back</source>
        <translation>Hasta cuándo atrás</translation>
    </message>
    <message>
        <source>In a graph plus and minus zoom, the arrow keys point, Page Up and Page Down move, P stands still, and Home goes on. So do the mouse, and its wheel with Ctrl.</source>
        <translation>En un gráfico, más y menos amplían, las flechas señalan, Re Pág y Av Pág desplazan, P detiene e Inicio sigue. También el ratón, y su rueda con Ctrl.</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>Últimos 10 minutos</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Último minuto</translation>
    </message>
    <message>
        <source>Nothing was measured yet: that begins with a session.</source>
        <translation>Aún no se ha medido nada: empieza con una sesión.</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The graphs are being loaded…</source>
        <translation>Cargando los gráficos…</translation>
    </message>
    <message>
        <source>The graphs could not be loaded. Install Persona Viewer again.</source>
        <translation>No se pudieron cargar los gráficos. Instale Persona Viewer de nuevo.</translation>
    </message>
    <message>
        <source>Which graphs</source>
        <translation>Qué gráficos</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Add a broker…</source>
        <translation>Añadir un broker…</translation>
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
        <translation>Llamar por ID</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Forget whom I called here</source>
        <translation>Olvidar a quién llamé aquí</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>Sin broker</translation>
    </message>
    <message>
        <source>Remove this broker</source>
        <translation>Quitar este broker</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>Hablar con la demostración</translation>
    </message>
    <message>
        <source>Who would you like to talk to?</source>
        <translation>¿Con quién quiere hablar?</translation>
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
        <translation>Volver sobre la imagen</translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation>Cerrar (F12)</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Cerrar el inspector</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>En una ventana propia</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turnos</translation>
    </message>
</context>
<context>
    <name>InterruptForm</name>
    <message>
        <source>Cuts the avatar&apos;s speech off.</source>
        <translation>Interrumpe el discurso del avatar.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>What is in it</source>
        <translation>Qué contiene</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>New keys for {title}; Escape leaves them, Backspace takes them away</source>
        <translation>Nuevas teclas para {title}; Escape las deja, Retroceso las quita</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Press to choose other keys</source>
        <translation>Pulse para elegir otras teclas</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>demasiado alto</translation>
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
        <translation>Nivel del micrófono</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link asks for this. Whoever runs {host} will hear your microphone.</source>
        <translation>Lo pide un enlace. Quien gestiona {host} oirá su micrófono.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Connect to {host} and talk to {persona}?</source>
        <translation>¿Conectar con {host} y hablar con {persona}?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>The connection to {host} is not encrypted: others could listen.</source>
        <translation>La conexión con {host} no está cifrada: otros podrían escuchar.</translation>
    </message>
    <message>
        <source>Your present talk would end.</source>
        <translation>Su conversación actual terminaría.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask for a link without it. Keep a broker&apos;s token with “persona-viewer token set”.</source>
        <translation>Pida un enlace sin eso. Guarde el token de un broker con «persona-viewer token set».</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for a new one.</source>
        <translation>Pida uno nuevo a quien se lo dio.</translation>
    </message>
    <message>
        <source>The broker that the link names is not a URL like https://broker.example.com.</source>
        <translation>El broker que indica el enlace no es una URL como https://broker.example.com.</translation>
    </message>
    <message>
        <source>The link asks for more than a broker and a persona.</source>
        <translation>El enlace pide más que un broker y un personaje.</translation>
    </message>
    <message>
        <source>The link cannot be understood.</source>
        <translation>No se entiende el enlace.</translation>
    </message>
    <message>
        <source>The link does not lead to a persona.</source>
        <translation>El enlace no lleva a ningún personaje.</translation>
    </message>
    <message>
        <source>The link does not name both a broker and a persona.</source>
        <translation>El enlace no indica a la vez un broker y un personaje.</translation>
    </message>
    <message>
        <source>The link holds signs that no link has.</source>
        <translation>El enlace contiene signos que ningún enlace tiene.</translation>
    </message>
    <message>
        <source>The link holds what looks like a password or a token, so it was not followed.</source>
        <translation>El enlace contiene lo que parece una contraseña o un token, así que no se siguió.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>El enlace es demasiado largo.</translation>
    </message>
    <message>
        <source>The persona that the link names cannot be one.</source>
        <translation>El personaje que indica el enlace no puede serlo.</translation>
    </message>
</context>
<context>
    <name>LoudspeakerPopover</name>
    <message>
        <source>Loudspeaker settings</source>
        <translation>Ajustes del altavoz</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Correct the broker&apos;s URL, then connect.</source>
        <translation>Corrija la URL del broker y conéctese.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Type it in, then connect.</source>
        <translation>Escríbala y conéctese.</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>About Persona Viewer</source>
        <translation>Acerca de Persona Viewer</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Comprobar micrófono y altavoz</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar el diagnóstico</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Persona Viewer {version}</source>
        <translation>Persona Viewer {version}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Talk to realtime AI avatars. Made with Qt {version}, under the LGPL.</source>
        <translation>Habla con avatares de IA en tiempo real. Hecho con Qt {version}, bajo la LGPL.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>That would make {length} characters, and a message may have {most}. Nothing was put in: shorten it, or send it in parts.</source>
        <translation>Serían {length} caracteres, y un mensaje puede tener {most}. No se añadió nada: acórtelo o envíelo por partes.</translation>
    </message>
    <message>
        <source>Type a message…</source>
        <translation>Escriba un mensaje…</translation>
    </message>
    <message>
        <source>Your message has {length} characters, and {most} can be sent at once. Shorten it, or send it in parts.</source>
        <translation>Su mensaje tiene {length} caracteres, y de una vez se pueden enviar {most}. Acórtelo o envíelo por partes.</translation>
    </message>
</context>
<context>
    <name>MicrophonePopover</name>
    <message>
        <source>Automatic gain</source>
        <translation>Ganancia automática</translation>
    </message>
    <message>
        <source>Brings speech to an even loudness</source>
        <translation>Iguala el volumen de la voz</translation>
    </message>
    <message>
        <source>Cannot run on this computer</source>
        <translation>No funciona en este equipo</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Comprobar micrófono y altavoz</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Cancelación de eco</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>Semidúplex</translation>
    </message>
    <message>
        <source>Heard while Space or the button is held</source>
        <translation>Se le oye mientras mantiene la barra espaciadora o el botón</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>Ajustes del micrófono</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Supresión de ruido</translation>
    </message>
    <message>
        <source>On for a moment, until the echo is known</source>
        <translation>Activado por un momento, hasta que se conozca el eco</translation>
    </message>
    <message>
        <source>On, in place of echo cancellation</source>
        <translation>Activado, en lugar de la cancelación de eco</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Pulsar para hablar</translation>
    </message>
    <message>
        <source>Silent while the avatar speaks</source>
        <translation>En silencio mientras habla el avatar</translation>
    </message>
    <message>
        <source>Takes fans and hum out</source>
        <translation>Elimina ventiladores y zumbidos</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out</source>
        <translation>Elimina la voz del avatar</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>MuteButton</name>
    <message>
        <source>Hold to talk</source>
        <translation>Mantener para hablar</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Silenciar el micrófono</translation>
    </message>
    <message>
        <source>Unmute microphone</source>
        <translation>Activar el micrófono</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Goodbye, and thank you.</source>
        <translation>Adiós y gracias.</translation>
    </message>
    <message>
        <source>I am taking a break.</source>
        <translation>Estoy haciendo una pausa.</translation>
    </message>
    <message>
        <source>I need a little rest.</source>
        <translation>Necesito descansar un poco.</translation>
    </message>
    <message>
        <source>Just say something.</source>
        <translation>Diga algo, sin más.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Un momento, por favor…</translation>
    </message>
    <message numerus="yes">
        <source>Please come again in %n minute(s).</source>
        <translation>
            <numerusform>Vuelva dentro de %n minuto, por favor.</numerusform>
            <numerusform>Vuelva dentro de %n minutos, por favor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come again later.</source>
        <translation>Vuelva más tarde, por favor.</translation>
    </message>
    <message>
        <source>Please come again tomorrow.</source>
        <translation>Vuelva mañana, por favor.</translation>
    </message>
    <message>
        <source>There is no connection to the network at the moment.</source>
        <translation>En este momento no hay conexión a la red.</translation>
    </message>
    <message>
        <source>This takes only a moment.</source>
        <translation>Solo será un momento.</translation>
    </message>
    <message>
        <source>Touch one of the questions.</source>
        <translation>Toque una de las preguntas.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Hemos cerrado.</translation>
    </message>
    <message>
        <source>We open at {time}.</source>
        <translation>Abrimos a las {time}.</translation>
    </message>
    <message>
        <source>We open on {day} at {time}.</source>
        <translation>Abrimos el {day} a las {time}.</translation>
    </message>
    <message>
        <source>We will be right back.</source>
        <translation>Volvemos enseguida.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation>Descartar el aviso</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
</context>
<context>
    <name>OnTop</name>
    <message>
        <source>On Wayland a program cannot keep its own window on top. Choose “Always on Top” in the window&apos;s own menu, which Alt+Space opens.</source>
        <translation>En Wayland un programa no puede mantener su ventana por encima. Elija «Siempre visible» en el menú de la ventana, que se abre con Alt+Espacio.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln imagen</numerusform>
            <numerusform>%Ln imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Tasa de bits</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar el diagnóstico</translation>
    </message>
    <message>
        <source>Copy versions, settings, figures and the log, without secrets</source>
        <translation>Copiar versiones, ajustes, cifras y registro, sin secretos</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Dibujado por</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>ICE</source>
        <translation>ICE</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Pausa más larga</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>Paquetes perdidos</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Dibujado</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Extremo</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Señalización</translation>
    </message>
    <message>
        <source>What is wrong: {findings}</source>
        <translation>Qué va mal: {findings}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>automatic gain</source>
        <translation>ganancia automática</translation>
    </message>
    <message>
        <source>echo cancellation</source>
        <translation>cancelación de eco</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>semidúplex</translation>
    </message>
    <message>
        <source>noise suppression</source>
        <translation>supresión de ruido</translation>
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
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>PictureTab</name>
    <message>
        <source>Compare with a file</source>
        <translation>Comparar con un archivo</translation>
    </message>
    <message>
        <source>Freezes, black and torn pictures of the last minute</source>
        <translation>Congelaciones e imágenes negras o rasgadas del último minuto</translation>
    </message>
    <message>
        <source>Freezes: {freezes}, {seconds} s in all. Black pictures: {black}. Torn: {torn}.</source>
        <translation>Congelaciones: {freezes}, {seconds} s en total. Imágenes negras: {black}. Rasgadas: {torn}.</translation>
    </message>
    <message>
        <source>Histogram: red, green, blue and luma</source>
        <translation>Histograma: rojo, verde, azul y luma</translation>
    </message>
    <message>
        <source>In the picture plus, minus and 0 zoom, the arrow keys point (with Shift ten pixels), P pauses, and the full stop takes one more picture.</source>
        <translation>En la imagen, más, menos y 0 acercan o alejan, las flechas señalan (con Mayús, diez píxeles), P pausa y el punto toma una imagen más.</translation>
    </message>
    <message>
        <source>It was scaled from {width}×{height}.</source>
        <translation>Se escaló desde {width}×{height}.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Point at a pixel, with the mouse or the arrow keys.</source>
        <translation>Señale un píxel con el ratón o las flechas.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>The next picture that comes</source>
        <translation>La próxima imagen que llegue</translation>
    </message>
    <message>
        <source>There is no picture to save yet.</source>
        <translation>Todavía no hay ninguna imagen que guardar.</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>Todavía no hay imagen.</translation>
    </message>
    <message>
        <source>Waveform: luma by column</source>
        <translation>Forma de onda: luma por columna</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>entera</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read: choose a PNG, JPEG or WebP file.</source>
        <translation>{name} no es una imagen que se pueda leer: elija un archivo PNG, JPEG o WebP.</translation>
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
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Introducir</translation>
    </message>
    <message>
        <source>Enter the PIN to end the kiosk.</source>
        <translation>Introduzca el PIN para cerrar el quiosco.</translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation>Ese no era el PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. The next one can be in %n second(s).</source>
        <translation>
            <numerusform>Demasiados intentos. El próximo podrá ser dentro de %n segundo.</numerusform>
            <numerusform>Demasiados intentos. El próximo podrá ser dentro de %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Graphs</source>
        <translation>Gráficos</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Actual size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Siempre visible</translation>
    </message>
    <message>
        <source>As the network allows</source>
        <translation>Según permita la red</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Ask whether others agree to be recorded</source>
        <translation>Preguntar si los demás están de acuerdo con la grabación</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Automatic gain</source>
        <translation>Ganancia automática</translation>
    </message>
    <message>
        <source>Be heard only while Space or the microphone button is held</source>
        <translation>Se le oye solo mientras mantiene la barra espaciadora o el botón del micrófono</translation>
    </message>
    <message>
        <source>Be told what happens while the window is hidden</source>
        <translation>Saber qué ocurre mientras la ventana está oculta</translation>
    </message>
    <message>
        <source>Brings your speech to an even loudness</source>
        <translation>Iguala el volumen de su voz</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Call at the start</source>
        <translation>Llamar al iniciar</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Connect as soon as the window opens</source>
        <translation>Conectar en cuanto se abra la ventana</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Draws the picture, with less work for the processor</source>
        <translation>Dibuja la imagen, con menos trabajo para el procesador</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Cancelación de eco</translation>
    </message>
    <message>
        <source>Fill the screen when the window opens</source>
        <translation>Llenar la pantalla al abrir la ventana</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>Llenar la ventana</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Folder of your own tools</source>
        <translation>Carpeta de sus propias herramientas</translation>
    </message>
    <message>
        <source>For networks that let you reach nothing but the broker</source>
        <translation>Para redes en las que solo se puede acceder al broker</translation>
    </message>
    <message>
        <source>From the next call on</source>
        <translation>Desde la próxima llamada</translation>
    </message>
    <message>
        <source>Go through the broker</source>
        <translation>Pasar por el broker</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>Procesador gráfico</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>Semidúplex</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Holds pictures until their sound is heard; without, they come sooner</source>
        <translation>Retiene las imágenes hasta que se oye su sonido; sin ello llegan antes</translation>
    </message>
    <message>
        <source>How large the letters over the picture are</source>
        <translation>Tamaño de las letras sobre la imagen</translation>
    </message>
    <message>
        <source>How loud the avatar is</source>
        <translation>Volumen del avatar</translation>
    </message>
    <message>
        <source>How the picture fits the window</source>
        <translation>Cómo encaja la imagen en la ventana</translation>
    </message>
    <message>
        <source>Keep the window above all others, where the system allows it</source>
        <translation>Mantener la ventana por encima de las demás, donde el sistema lo permita</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Keys of every action</source>
        <translation>Teclas de cada acción</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Let the controls fade</source>
        <translation>Dejar que los controles se desvanezcan</translation>
    </message>
    <message>
        <source>Letters alone</source>
        <translation>Solo letras</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Like http://host:port or socks5://host:port; “none” for none; empty for the system&apos;s. It may hold a password, so it is never written down</source>
        <translation>Como http://host:port o socks5://host:port; «none» para ninguno; vacío para el del sistema. Puede contener una contraseña, así que nunca se guarda</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>Sincronía labial</translation>
    </message>
    <message>
        <source>Little data</source>
        <translation>Pocos datos</translation>
    </message>
    <message>
        <source>Log in files</source>
        <translation>Registro en archivos</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Silenciado</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Supresión de ruido</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Nothing moves but the picture</source>
        <translation>Nada se mueve salvo la imagen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Of everything that is written in the window</source>
        <translation>De todo lo escrito en la ventana</translation>
    </message>
    <message>
        <source>Of the picture, and how much data it takes</source>
        <translation>De la imagen, y cuántos datos gasta</translation>
    </message>
    <message>
        <source>Of the window, apart from the picture</source>
        <translation>De la ventana, aparte de la imagen</translation>
    </message>
    <message>
        <source>Of the window; the avatar speaks its own</source>
        <translation>De la ventana; el avatar habla el suyo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>On a box</source>
        <translation>Sobre un recuadro</translation>
    </message>
    <message>
        <source>On this computer, 5 MB at most; nothing that was said</source>
        <translation>En este equipo, 5 MB como máximo; nada de lo que se dijo</translation>
    </message>
    <message>
        <source>On this computer, so that they come first at the start</source>
        <translation>En este equipo, para que aparezcan primero al inicio</translation>
    </message>
    <message>
        <source>On this computer; they name places in the program, nothing that was said</source>
        <translation>En este equipo; indican lugares en el programa, nada de lo que se dijo</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Personaje</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Place of captions</source>
        <translation>Lugar de los subtítulos</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Pulsar para hablar</translation>
    </message>
    <message>
        <source>Python files that the avatar may have run, with all that you may do; empty for none</source>
        <translation>Archivos de Python que el avatar puede hacer ejecutar, con todo lo que usted puede hacer; vacío si no hay ninguna</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Movimiento reducido</translation>
    </message>
    <message>
        <source>Remember whom you talked to</source>
        <translation>Recordar con quién ha hablado</translation>
    </message>
    <message>
        <source>Reminder before recording</source>
        <translation>Recordatorio antes de grabar</translation>
    </message>
    <message>
        <source>Reports of crashes</source>
        <translation>Informes de fallos</translation>
    </message>
    <message>
        <source>Set by an option or the environment; what you change lasts until you close the window</source>
        <translation>Fijado por una opción o por el entorno; lo que cambie dura hasta que cierre la ventana</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Show there what the avatar says</source>
        <translation>Mostrar ahí lo que dice el avatar</translation>
    </message>
    <message>
        <source>Silences the microphone while the avatar speaks, where its echo cannot be cancelled</source>
        <translation>Silencia el micrófono mientras habla el avatar, donde no se puede cancelar su eco</translation>
    </message>
    <message>
        <source>Size of captions</source>
        <translation>Tamaño de los subtítulos</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Tamaño de la imagen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Start in full screen</source>
        <translation>Empezar en pantalla completa</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Mantener despierto</translation>
    </message>
    <message>
        <source>Takes fans and hum out of the microphone&apos;s sound</source>
        <translation>Elimina ventiladores y zumbidos del sonido del micrófono</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out of the microphone&apos;s sound</source>
        <translation>Elimina la voz del avatar del sonido del micrófono</translation>
    </message>
    <message>
        <source>The ID of the avatar that you talk to</source>
        <translation>El ID del avatar con el que habla</translation>
    </message>
    <message>
        <source>The address that the operator of your broker gave you</source>
        <translation>La dirección que le dio el responsable de su broker</translation>
    </message>
    <message>
        <source>The computer and its screen do not sleep during a call</source>
        <translation>El equipo y su pantalla no se suspenden durante una llamada</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>What is said, in writing over the picture</source>
        <translation>Lo que se dice, por escrito sobre la imagen</translation>
    </message>
    <message>
        <source>What the avatar hears you with</source>
        <translation>Con qué le oye el avatar</translation>
    </message>
    <message>
        <source>What you hear the avatar with</source>
        <translation>Con qué oye usted al avatar</translation>
    </message>
    <message>
        <source>When the window is opened again</source>
        <translation>Cuando se vuelva a abrir la ventana</translation>
    </message>
    <message>
        <source>Where in the picture they are</source>
        <translation>En qué parte de la imagen están</translation>
    </message>
    <message>
        <source>Where there is one</source>
        <translation>Donde lo haya</translation>
    </message>
    <message>
        <source>While nobody touches anything, the picture is whole</source>
        <translation>Mientras nadie toca nada, la imagen se ve entera</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>With a shadow</source>
        <translation>Con sombra</translation>
    </message>
    <message>
        <source>Words in notifications</source>
        <translation>Palabras en las notificaciones</translation>
    </message>
    <message>
        <source>Your microphone is heard by nobody</source>
        <translation>Nadie oye su micrófono</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Every setting is as shipped.</source>
        <translation>Todos los ajustes están como de fábrica.</translation>
    </message>
    <message>
        <source>No setting is called so. Try another word.</source>
        <translation>Ningún ajuste se llama así. Pruebe con otra palabra.</translation>
    </message>
    <message>
        <source>Nothing that you change is written down; it lasts until you close the window.</source>
        <translation>Nada de lo que cambie se guarda; dura hasta que cierre la ventana.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>What you change is kept in {file}. Nothing that is said is written down.</source>
        <translation>Lo que cambie se guarda en {file}. Nada de lo que se dice se guarda.</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Answers come late over your network. Switch a VPN off, or stop large downloads.</source>
        <translation>Las respuestas llegan tarde por su red. Desactive la VPN o detenga las descargas grandes.</translation>
    </message>
    <message>
        <source>The picture comes slowly. Close other programs and downloads, or turn the picture&apos;s quality down in the settings.</source>
        <translation>La imagen llega despacio. Cierre otros programas y descargas, o baje la calidad de imagen en los ajustes.</translation>
    </message>
    <message>
        <source>Your network is losing parts of the picture. Move closer to the router, or turn the picture&apos;s quality down in the settings.</source>
        <translation>Su red pierde partes de la imagen. Acérquese al router o baje la calidad de imagen en los ajustes.</translation>
    </message>
    <message>
        <source>Your network is losing sound. Move closer to the router, or use a cable.</source>
        <translation>Su red pierde sonido. Acérquese al router o use un cable.</translation>
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
        <translation>Confirme primero la advertencia.</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>Canal de datos</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Nobody checks it: it may end the session or cost money. Send it all the same.</source>
        <translation>Nadie lo comprueba: puede terminar la sesión o costar dinero. Enviarlo de todos modos.</translation>
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
        <translation>Grabar la conversación</translation>
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
        <translation>¿Están todos de acuerdo con la grabación?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>The recording holds the avatar&apos;s picture and voice, your voice, and what is said. In many places the law wants everybody who can be heard to agree. You are asked this once.</source>
        <translation>La grabación contiene la imagen y la voz del avatar, su voz y lo que se dice. En muchos lugares la ley exige que estén de acuerdo todos los que se oyen. Esto se pregunta una sola vez.</translation>
    </message>
    <message>
        <source>The recording is saved: {file}</source>
        <translation>La grabación está guardada: {file}</translation>
    </message>
    <message>
        <source>The talk is being recorded.</source>
        <translation>Se está grabando la conversación.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
</context>
<context>
    <name>RecordingPill</name>
    <message>
        <source>Recording begins…</source>
        <translation>Empieza la grabación…</translation>
    </message>
    <message>
        <source>Recording {minutes}:{seconds}</source>
        <translation>Grabación {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>Saving the recording…</source>
        <translation>Guardando la grabación…</translation>
    </message>
</context>
<context>
    <name>ReplayWindow</name>
    <message>
        <source>Asking the broker</source>
        <translation>Preguntando al bróker</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>Conectando de nuevo</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Place in the session</source>
        <translation>Posición en la sesión</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Played again, the session goes another way from {at} s on.</source>
        <translation>Reproducida de nuevo, la sesión toma otro camino a partir de {at} s.</translation>
    </message>
    <message>
        <source>Played again, the session takes the same steps at the same times.</source>
        <translation>Reproducida de nuevo, la sesión da los mismos pasos en los mismos momentos.</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Señalización</translation>
    </message>
    <message>
        <source>{name} – Persona Viewer</source>
        <translation>{name} – Persona Viewer</translation>
    </message>
    <message>
        <source>{place} of {length} s</source>
        <translation>{place} de {length} s</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>As shipped</source>
        <translation>Como de fábrica</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>Restablecer {title}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Next place (Enter)</source>
        <translation>Siguiente (Intro)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Anterior (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>Buscar en la transcripción</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
</context>
<context>
    <name>SendTab</name>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Director&apos;s cue</source>
        <translation>Indicación del director</translation>
    </message>
    <message>
        <source>Every so many milliseconds</source>
        <translation>Cada tantos milisegundos</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Interrumpir</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON en bruto</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Resultado de una herramienta</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Sent {number} of {times}.</source>
        <translation>Enviados {number} de {times}.</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Enviado.</translation>
    </message>
    <message>
        <source>Sound to speak</source>
        <translation>Sonido para decir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Text, as the user&apos;s</source>
        <translation>Texto, como del usuario</translation>
    </message>
    <message>
        <source>That is too much to keep: remove another snippet, or shorten it.</source>
        <translation>Es demasiado para guardar: quite otro fragmento o acórtelo.</translation>
    </message>
    <message>
        <source>The last one again</source>
        <translation>El último otra vez</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>No hay sesión: conéctese primero.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Words to speak</source>
        <translation>Palabras para decir</translation>
    </message>
    <message>
        <source>Words to speak, in pieces</source>
        <translation>Palabras para decir, a trozos</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A message of the avatar engine cannot be read.</source>
        <translation>No se puede leer un mensaje del motor del avatar.</translation>
    </message>
    <message>
        <source>A token is one word of letters, digits and signs.</source>
        <translation>Un token es una sola palabra de letras, cifras y signos.</translation>
    </message>
    <message>
        <source>Allow UDP in the firewall, or ask the broker&apos;s operator for a TURN server.</source>
        <translation>Permita UDP en el cortafuegos o pida un servidor TURN al responsable del broker.</translation>
    </message>
    <message>
        <source>Allow desktop apps to use the microphone: Settings, Privacy &amp; security, Microphone.</source>
        <translation>Permita que las aplicaciones de escritorio usen el micrófono: Configuración, Privacidad y seguridad, Micrófono.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings.</source>
        <translation>Permítalo en los ajustes de privacidad del sistema.</translation>
    </message>
    <message>
        <source>An utterance&apos;s id must be a UUID v4 in lower case.</source>
        <translation>El identificador de una intervención debe ser un UUID v4 en minúsculas.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a new one, {mend}.</source>
        <translation>Pida uno nuevo al responsable del broker, {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a persona whose sessions need no LiveKit or Agora.</source>
        <translation>Pida al responsable del broker un personaje cuyas sesiones no necesiten LiveKit ni Agora.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, and keep it: persona-viewer token set --broker URL.</source>
        <translation>Pida uno al responsable del broker y guárdelo: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, {mend}.</source>
        <translation>Pida uno al responsable del broker, {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator why; the broker&apos;s log says more.</source>
        <translation>Pregunte el motivo al responsable del broker; el registro del broker dice más.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator: the API key lacks a permission, or the plan does not include what this persona needs.</source>
        <translation>Consulte al responsable del broker: a la clave de API le falta un permiso o el plan no incluye lo que este personaje necesita.</translation>
    </message>
    <message>
        <source>Asking for a session…</source>
        <translation>Solicitando una sesión…</translation>
    </message>
    <message>
        <source>Before, it was busy or did not answer.</source>
        <translation>Antes estaba ocupado o no respondió.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>Empiece otro.</translation>
    </message>
    <message>
        <source>Calling the avatar…</source>
        <translation>Llamando al avatar…</translation>
    </message>
    <message>
        <source>Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>Compruébelo en los ajustes de sonido del sistema o elija otro.</translation>
    </message>
    <message>
        <source>Check its own switch and the system&apos;s privacy settings, or choose another microphone.</source>
        <translation>Compruebe su propio interruptor y los ajustes de privacidad del sistema, o elija otro micrófono.</translation>
    </message>
    <message>
        <source>Check that the URL is that of a broker, not of a page or of the avatar service.</source>
        <translation>Compruebe que la URL es la de un broker, no la de una página ni la del servicio de avatares.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and that it is running, and your network.</source>
        <translation>Compruebe la URL del broker, que esté en marcha y su red.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and this computer&apos;s clock. If your network has a certificate of its own, name its file in SSL_CERT_FILE.</source>
        <translation>Compruebe la URL del broker y el reloj de este equipo. Si su red tiene un certificado propio, indique su archivo en SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Compruebe la ruta.</translation>
    </message>
    <message>
        <source>Check the persona ID, and that the URL is that of a broker.</source>
        <translation>Compruebe el ID del personaje y que la URL es la de un broker.</translation>
    </message>
    <message>
        <source>Check the persona ID.</source>
        <translation>Compruebe el ID del personaje.</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings or --proxy, or go without: --proxy none.</source>
        <translation>Compruebe el proxy en los ajustes del sistema o en --proxy, o prescinda de él: --proxy none.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password, or ask its operator to let this through.</source>
        <translation>Compruebe el usuario y la contraseña del proxy, o pida a su responsable que permita el paso.</translation>
    </message>
    <message>
        <source>Check this microphone if you spoke, or choose another one.</source>
        <translation>Si habló, compruebe este micrófono o elija otro.</translation>
    </message>
    <message>
        <source>Check your network and connect again.</source>
        <translation>Compruebe su red y conéctese de nuevo.</translation>
    </message>
    <message>
        <source>Check your network and say it again.</source>
        <translation>Compruebe su red y dígalo otra vez.</translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation>Compruebe su red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Choose a plan with the avatar service, then try again.</source>
        <translation>Elija un plan en el servicio de avatares e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Choose another device, or close the program that uses it.</source>
        <translation>Elija otro dispositivo o cierre el programa que lo usa.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elija otro.</translation>
    </message>
    <message>
        <source>Choose another place for it, and record again.</source>
        <translation>Elija otro lugar para ella y grabe de nuevo.</translation>
    </message>
    <message>
        <source>Choose another place or name.</source>
        <translation>Elija otro lugar o nombre.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Elija otro lugar.</translation>
    </message>
    <message>
        <source>Choose one that does.</source>
        <translation>Elija una que sí la espere.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija uno.</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another one.</source>
        <translation>Cierre el programa que lo usa o elija otro.</translation>
    </message>
    <message>
        <source>Connect again for new ones; if it goes on, the broker&apos;s operator must mend the TURN server.</source>
        <translation>Conéctese de nuevo para obtener otras; si continúa, el responsable del broker debe arreglar el servidor TURN.</translation>
    </message>
    <message>
        <source>Connect again to start a new one.</source>
        <translation>Conéctese de nuevo para empezar otra.</translation>
    </message>
    <message>
        <source>Connect again; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Conéctese de nuevo; si continúa, consulte al responsable del broker.</translation>
    </message>
    <message>
        <source>Connect without --gateway, or ask its operator for one.</source>
        <translation>Conéctese sin --gateway o pida una a su responsable.</translation>
    </message>
    <message>
        <source>Connected, waiting for the picture…</source>
        <translation>Conectado, esperando la imagen…</translation>
    </message>
    <message>
        <source>Connecting takes longer than usual. Still trying.</source>
        <translation>La conexión tarda más de lo habitual. Se sigue intentando.</translation>
    </message>
    <message>
        <source>Connection interrupted</source>
        <translation>Conexión interrumpida</translation>
    </message>
    <message>
        <source>Correct it in {file}; its default is used.</source>
        <translation>Corríjalo en {file}; se usa el valor predeterminado.</translation>
    </message>
    <message>
        <source>Correct it, then send it.</source>
        <translation>Corríjalo y luego envíelo.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Echo cancellation, noise suppression and automatic gain cannot run on this computer.</source>
        <translation>La cancelación de eco, la supresión de ruido y la ganancia automática no funcionan en este equipo.</translation>
    </message>
    <message>
        <source>End another session, or try again in {value}.</source>
        <translation>Termine otra sesión o inténtelo de nuevo en {value}.</translation>
    </message>
    <message>
        <source>End another session, or wait a minute and try again.</source>
        <translation>Termine otra sesión, o espere un minuto e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>End one first.</source>
        <translation>Termine antes uno.</translation>
    </message>
    <message>
        <source>Enter one.</source>
        <translation>Introduzca uno.</translation>
    </message>
    <message>
        <source>Enter that URL as the broker&apos;s.</source>
        <translation>Introduzca esa URL como la del broker.</translation>
    </message>
    <message>
        <source>Enter the URL that the broker&apos;s operator gave you, or have this name added to it.</source>
        <translation>Introduzca la URL que le dio el responsable del broker o pídale que añada este nombre.</translation>
    </message>
    <message>
        <source>Every session of this account is in use.</source>
        <translation>Todas las sesiones de esta cuenta están en uso.</translation>
    </message>
    <message>
        <source>Free some space before you record again; what was recorded until then is kept.</source>
        <translation>Libere espacio antes de volver a grabar; lo grabado hasta entonces se conserva.</translation>
    </message>
    <message>
        <source>Give another file.</source>
        <translation>Indique otro archivo.</translation>
    </message>
    <message>
        <source>Give another: --proxy URL.</source>
        <translation>Indique otro: --proxy URL.</translation>
    </message>
    <message>
        <source>Give one that the inspector or “probe --events” has written.</source>
        <translation>Indique uno que haya escrito el inspector o «probe --events».</translation>
    </message>
    <message>
        <source>Give the broker a valid API key and restart it.</source>
        <translation>Dé al broker una clave de API válida y reinícielo.</translation>
    </message>
    <message>
        <source>Hold the microphone button, or Space, while you speak.</source>
        <translation>Mantenga el botón del micrófono o la barra espaciadora mientras habla.</translation>
    </message>
    <message>
        <source>Install the right ones: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</source>
        <translation>Instale los adecuados: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</translation>
    </message>
    <message>
        <source>Install your network&apos;s certificate, or ask the broker&apos;s operator to mend the TURN server.</source>
        <translation>Instale el certificado de su red o pida al responsable del broker que arregle el servidor TURN.</translation>
    </message>
    <message>
        <source>It cannot be kept aside ({strerror}); until it is mended, nothing is remembered.</source>
        <translation>No se puede apartar ({strerror}); hasta que se arregle, no se recordará nada.</translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new one is begun.</source>
        <translation>Se conserva como {name} y se empieza uno nuevo.</translation>
    </message>
    <message>
        <source>It is not as expected: {why}.</source>
        <translation>No es como se esperaba: {why}.</translation>
    </message>
    <message>
        <source>It is taken again when it comes back.</source>
        <translation>Se volverá a usar cuando regrese.</translation>
    </message>
    <message>
        <source>It looks like http://localhost:8080.</source>
        <translation>Tiene esta forma: http://localhost:8080.</translation>
    </message>
    <message>
        <source>It may have been changed or cut; take the file as it was written.</source>
        <translation>Puede que se haya modificado o cortado; tome el archivo tal como se escribió.</translation>
    </message>
    <message>
        <source>It told no address that can be tried.</source>
        <translation>No indicó ninguna dirección que se pueda probar.</translation>
    </message>
    <message>
        <source>It waits for the service, or asks it again.</source>
        <translation>Espera al servicio o le pregunta de nuevo.</translation>
    </message>
    <message>
        <source>Its words come, and its sound was silence for a second.</source>
        <translation>Llegan sus palabras, pero su sonido fue silencio durante un segundo.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or TCP to the TURN server.</source>
        <translation>Permita en el cortafuegos UDP, o TCP hacia el servidor TURN.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or ask the broker&apos;s operator for a TURN server over TLS.</source>
        <translation>Permita UDP en el cortafuegos o pida al responsable del broker un servidor TURN por TLS.</translation>
    </message>
    <message>
        <source>Line {number} of “{name}” is not as a session file has it.</source>
        <translation>La línea {number} de «{name}» no es como en un archivo de sesión.</translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation>Le escucha</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Lower its volume in the system&apos;s sound settings, or move away from it.</source>
        <translation>Baje su volumen en los ajustes de sonido del sistema o aléjese.</translation>
    </message>
    <message>
        <source>MP4 cannot hold the pictures of this persona.</source>
        <translation>MP4 no puede contener las imágenes de este personaje.</translation>
    </message>
    <message>
        <source>Make it yours alone: chmod 600 {file}</source>
        <translation>Haga que solo usted tenga acceso: chmod 600 {file}</translation>
    </message>
    <message>
        <source>More than {MAX_OPEN} talk streams are open.</source>
        <translation>Hay más de {MAX_OPEN} flujos de habla abiertos.</translation>
    </message>
    <message>
        <source>Name a file that can be written</source>
        <translation>Indique un archivo en el que se pueda escribir</translation>
    </message>
    <message>
        <source>Name a file that holds certificates in PEM form</source>
        <translation>Indique un archivo con certificados en formato PEM</translation>
    </message>
    <message>
        <source>Name a folder of certificates</source>
        <translation>Indique una carpeta de certificados</translation>
    </message>
    <message>
        <source>No avatar is free right now.</source>
        <translation>Ahora mismo no hay ningún avatar libre.</translation>
    </message>
    <message>
        <source>No media connection to the avatar engine could be made.</source>
        <translation>No se pudo establecer una conexión de medios con el motor del avatar.</translation>
    </message>
    <message>
        <source>No packet came for a second.</source>
        <translation>No llegó ningún paquete durante un segundo.</translation>
    </message>
    <message>
        <source>No picture came while it was recorded.</source>
        <translation>Durante la grabación no llegó ninguna imagen.</translation>
    </message>
    <message>
        <source>No session was granted.</source>
        <translation>No se concedió ninguna sesión.</translation>
    </message>
    <message>
        <source>No {word} was found.</source>
        <translation>No se encontró ningún {word}.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Nothing arrives from the avatar right now. Waiting for it to come back.</source>
        <translation>Ahora mismo no llega nada del avatar. Se espera a que vuelva.</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone.</source>
        <translation>Nada del sonido de prueba llegó a su micrófono.</translation>
    </message>
    <message>
        <source>Of a hundred packets {percent} are lost.</source>
        <translation>De cada cien paquetes se pierden {percent}.</translation>
    </message>
    <message>
        <source>Of a hundred, 0 to 100 can be lost.</source>
        <translation>De cien se pueden perder de 0 a 100.</translation>
    </message>
    <message>
        <source>Of {tried} addresses that it told none has answered.</source>
        <translation>De {tried} direcciones que indicó, ninguna ha respondido.</translation>
    </message>
    <message>
        <source>Open it as the Matroska file that it is, which video players do as well.</source>
        <translation>Ábrala como el archivo Matroska que es; los reproductores de vídeo también lo hacen.</translation>
    </message>
    <message>
        <source>Picture and sound do not need it, and it is opened again.</source>
        <translation>La imagen y el sonido no la necesitan, y se abre de nuevo.</translation>
    </message>
    <message>
        <source>Picture and sound stand still.</source>
        <translation>La imagen y el sonido están detenidos.</translation>
    </message>
    <message>
        <source>Plug a microphone in, or choose one.</source>
        <translation>Conecte un micrófono o elija uno.</translation>
    </message>
    <message>
        <source>Plug it in or choose another one.</source>
        <translation>Conéctelo o elija otro.</translation>
    </message>
    <message>
        <source>Plug one in and choose it.</source>
        <translation>Conecte uno y elíjalo.</translation>
    </message>
    <message>
        <source>Raise its volume in the system&apos;s sound settings, or come closer.</source>
        <translation>Suba su volumen en los ajustes de sonido del sistema o acérquese.</translation>
    </message>
    <message>
        <source>Raise the cap with the avatar service, then try again.</source>
        <translation>Aumente el límite en el servicio de avatares e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconectando…</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>Grabe de nuevo.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>Grabe en otro disco.</translation>
    </message>
    <message>
        <source>Remove it, then keep your tokens again: persona-viewer token set --broker URL.</source>
        <translation>Elimínelo y guarde de nuevo sus tokens: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Restart PulseAudio or PipeWire.</source>
        <translation>Reinicie PulseAudio o PipeWire.</translation>
    </message>
    <message>
        <source>Say it in parts.</source>
        <translation>Dígalo por partes.</translation>
    </message>
    <message>
        <source>See persona-viewer --help.</source>
        <translation>Consulte persona-viewer --help.</translation>
    </message>
    <message>
        <source>Send shorter pieces.</source>
        <translation>Envíe fragmentos más cortos.</translation>
    </message>
    <message>
        <source>Setting up picture and sound…</source>
        <translation>Preparando imagen y sonido…</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Acórtelo.</translation>
    </message>
    <message>
        <source>Something in this program failed ({name}).</source>
        <translation>Algo falló en este programa ({name}).</translation>
    </message>
    <message>
        <source>Something in this program failed.</source>
        <translation>Algo falló en este programa.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Algo salió mal.</translation>
    </message>
    <message>
        <source>Sound comes, and no picture did for a second.</source>
        <translation>Llega sonido, pero ninguna imagen desde hace un segundo.</translation>
    </message>
    <message>
        <source>That could not be sent to the avatar engine.</source>
        <translation>No se pudo enviar al motor del avatar.</translation>
    </message>
    <message>
        <source>That is not a JSON object.</source>
        <translation>Eso no es un objeto JSON.</translation>
    </message>
    <message>
        <source>That is not a URL of a broker</source>
        <translation>Esa no es la URL de un broker</translation>
    </message>
    <message>
        <source>That is not a broker: {why}.</source>
        <translation>Eso no es un broker: {why}.</translation>
    </message>
    <message>
        <source>That is not a token.</source>
        <translation>Eso no es un token.</translation>
    </message>
    <message>
        <source>That is too long for one message.</source>
        <translation>Es demasiado largo para un mensaje.</translation>
    </message>
    <message>
        <source>That is too much sound for one message.</source>
        <translation>Es demasiado sonido para un solo mensaje.</translation>
    </message>
    <message>
        <source>That setting is not usable.</source>
        <translation>Ese ajuste no es válido.</translation>
    </message>
    <message>
        <source>That talk stream is over.</source>
        <translation>Ese flujo de habla ha terminado.</translation>
    </message>
    <message>
        <source>That text is too long.</source>
        <translation>Ese texto es demasiado largo.</translation>
    </message>
    <message>
        <source>That tool call awaits no answer.</source>
        <translation>Esa llamada a una herramienta no espera respuesta.</translation>
    </message>
    <message>
        <source>That {what} is not usable: {fault}.</source>
        <translation>No es válido ({what}): {fault}.</translation>
    </message>
    <message>
        <source>The WebSocket is not open.</source>
        <translation>El WebSocket no está abierto.</translation>
    </message>
    <message>
        <source>The account has no active plan.</source>
        <translation>La cuenta no tiene ningún plan activo.</translation>
    </message>
    <message>
        <source>The account&apos;s spend cap is reached.</source>
        <translation>Se alcanzó el límite de gasto de la cuenta.</translation>
    </message>
    <message>
        <source>The account&apos;s usage limit is reached.</source>
        <translation>Se alcanzó el límite de uso de la cuenta.</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>La respuesta no es JSON.</translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation>La respuesta no es un objeto JSON.</translation>
    </message>
    <message>
        <source>The answer&apos;s field {field} is missing or wrong.</source>
        <translation>El campo {field} de la respuesta falta o es incorrecto.</translation>
    </message>
    <message>
        <source>The avatar engine cannot be reached, not even through the relay.</source>
        <translation>No se puede acceder al motor del avatar, ni siquiera a través del servidor de retransmisión.</translation>
    </message>
    <message>
        <source>The avatar engine did not answer the offer.</source>
        <translation>El motor del avatar no respondió a la oferta.</translation>
    </message>
    <message>
        <source>The avatar engine has not been reached for {PATIENCE} s.</source>
        <translation>No se ha alcanzado el motor del avatar en {PATIENCE} s.</translation>
    </message>
    <message>
        <source>The avatar engine sends another size.</source>
        <translation>El motor del avatar envía otro tamaño.</translation>
    </message>
    <message>
        <source>The avatar engine sends no picture.</source>
        <translation>El motor del avatar no envía imagen.</translation>
    </message>
    <message>
        <source>The avatar engine was reached, but no encrypted connection came about.</source>
        <translation>Se accedió al motor del avatar, pero no se logró una conexión cifrada.</translation>
    </message>
    <message>
        <source>The avatar engine&apos;s answer could not be used.</source>
        <translation>No se pudo usar la respuesta del motor del avatar.</translation>
    </message>
    <message>
        <source>The avatar service did not accept the request.</source>
        <translation>El servicio de avatares no aceptó la solicitud.</translation>
    </message>
    <message>
        <source>The avatar service does not know this persona.</source>
        <translation>El servicio de avatares no conoce este personaje.</translation>
    </message>
    <message>
        <source>The avatar service does not permit this session.</source>
        <translation>El servicio de avatares no permite esta sesión.</translation>
    </message>
    <message>
        <source>The avatar service ended the session.</source>
        <translation>El servicio de avatares terminó la sesión.</translation>
    </message>
    <message>
        <source>The avatar service refused the broker&apos;s key.</source>
        <translation>El servicio de avatares rechazó la clave del broker.</translation>
    </message>
    <message>
        <source>The avatar service refused the session.</source>
        <translation>El servicio de avatares rechazó la sesión.</translation>
    </message>
    <message>
        <source>The avatar service reported an error.</source>
        <translation>El servicio de avatares comunicó un error.</translation>
    </message>
    <message>
        <source>The avatar service sent a warning.</source>
        <translation>El servicio de avatares envió una advertencia.</translation>
    </message>
    <message>
        <source>The avatar speaks, and nothing is heard.</source>
        <translation>El avatar habla y no se oye nada.</translation>
    </message>
    <message>
        <source>The avatar&apos;s picture or sound is missing.</source>
        <translation>Falta la imagen o el sonido del avatar.</translation>
    </message>
    <message>
        <source>The broker asked the service {attempts} times for the session.</source>
        <translation>El bróker pidió la sesión al servicio {attempts} veces.</translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>No se puede acceder al broker.</translation>
    </message>
    <message>
        <source>The broker does not accept the token</source>
        <translation>El broker no acepta el token</translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation>El broker no responde.</translation>
    </message>
    <message>
        <source>The broker has moved to {url}.</source>
        <translation>El broker se ha trasladado a {url}.</translation>
    </message>
    <message>
        <source>The broker has moved.</source>
        <translation>El broker se ha trasladado.</translation>
    </message>
    <message>
        <source>The broker has not answered for {PATIENCE} s.</source>
        <translation>El bróker no ha respondido en {PATIENCE} s.</translation>
    </message>
    <message>
        <source>The broker limits it.</source>
        <translation>El bróker la limita.</translation>
    </message>
    <message>
        <source>The broker reported an error ({status}).</source>
        <translation>El broker comunicó un error ({status}).</translation>
    </message>
    <message>
        <source>The broker wants a token.</source>
        <translation>El broker pide un token.</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing</source>
        <translation>Falta la URL del broker</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a list of personas.</source>
        <translation>La respuesta del broker no es una lista de personajes.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a session.</source>
        <translation>La respuesta del broker no es una sesión.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer means “{code}”.</source>
        <translation>La respuesta del bróker significa «{code}».</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not trusted.</source>
        <translation>El certificado del broker no es de confianza.</translation>
    </message>
    <message>
        <source>The connection broke. Connecting again; what you type is kept.</source>
        <translation>Se perdió la conexión. Conectando de nuevo; lo que escriba se conserva.</translation>
    </message>
    <message>
        <source>The connection for picture and sound failed.</source>
        <translation>Falló la conexión de imagen y sonido.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording has ended.</source>
        <translation>El disco está lleno, por lo que la grabación ha terminado.</translation>
    </message>
    <message>
        <source>The disk is too slow, so parts of the recording are missing.</source>
        <translation>El disco es demasiado lento, por lo que faltan partes de la grabación.</translation>
    </message>
    <message>
        <source>The events cannot be written to {path}: {strerror}.</source>
        <translation>Los eventos no se pueden escribir en {path}: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens can be read or changed by others.</source>
        <translation>Otras personas pueden leer o cambiar el archivo de tokens {file}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be read: {strerror}.</source>
        <translation>No se puede leer el archivo de tokens {file}: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be written: {strerror}.</source>
        <translation>No se puede escribir el archivo de tokens {file}: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens is damaged.</source>
        <translation>El archivo de tokens {file} está dañado.</translation>
    </message>
    <message>
        <source>The gateway does not let this session through to the avatar engine.</source>
        <translation>La pasarela no deja pasar esta sesión al motor del avatar.</translation>
    </message>
    <message>
        <source>The installed aiortc or aioice does not fit: {missing} is missing.</source>
        <translation>El aiortc o aioice instalado no es el adecuado: falta {missing}.</translation>
    </message>
    <message>
        <source>The line to the avatar engine broke.</source>
        <translation>Se cortó la línea con el motor del avatar.</translation>
    </message>
    <message>
        <source>The line to the avatar engine failed.</source>
        <translation>Falló la línea con el motor del avatar.</translation>
    </message>
    <message>
        <source>The line to the avatar engine is lost.</source>
        <translation>Se perdió la línea con el motor del avatar.</translation>
    </message>
    <message>
        <source>The microphone delivers nothing but digital silence.</source>
        <translation>El micrófono solo entrega silencio digital.</translation>
    </message>
    <message>
        <source>The microphone does not hear you.</source>
        <translation>El micrófono no le oye.</translation>
    </message>
    <message>
        <source>The microphone hears you too quietly.</source>
        <translation>El micrófono le oye demasiado bajo.</translation>
    </message>
    <message>
        <source>The microphone is muted in the system.</source>
        <translation>El micrófono está silenciado en el sistema.</translation>
    </message>
    <message>
        <source>The microphone is too loud, which distorts your voice.</source>
        <translation>El micrófono está demasiado alto y distorsiona su voz.</translation>
    </message>
    <message>
        <source>The persona could not be told to speak.</source>
        <translation>No se pudo pedir al personaje que hablara.</translation>
    </message>
    <message>
        <source>The persona was not told to speak: the engine answered {status_code}.</source>
        <translation>No se pidió al personaje que hablara: el motor respondió {status_code}.</translation>
    </message>
    <message>
        <source>The persona&apos;s ID is missing or too long.</source>
        <translation>El ID del personaje falta o es demasiado largo.</translation>
    </message>
    <message>
        <source>The persona&apos;s pictures cannot be recorded.</source>
        <translation>No se pueden grabar las imágenes del personaje.</translation>
    </message>
    <message>
        <source>The picture and sound of the avatar stopped.</source>
        <translation>La imagen y el sonido del avatar se detuvieron.</translation>
    </message>
    <message>
        <source>The picture is {width1}×{height1} now and was {width2}×{height2}.</source>
        <translation>La imagen es ahora de {width1}×{height1} y era de {width2}×{height2}.</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <translation>La imagen está detenida.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>No se puede acceder al proxy.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>El proxy rechazó la conexión.</translation>
    </message>
    <message>
        <source>The recording cannot be written.</source>
        <translation>No se puede escribir la grabación.</translation>
    </message>
    <message>
        <source>The recording cannot be written: {why}.</source>
        <translation>No se puede escribir la grabación: {why}.</translation>
    </message>
    <message>
        <source>The recording could not be made an MP4 file.</source>
        <translation>No se pudo convertir la grabación en un archivo MP4.</translation>
    </message>
    <message>
        <source>The relay refused this session&apos;s credentials, and there is no direct way.</source>
        <translation>El servidor de retransmisión rechazó las credenciales de esta sesión y no hay camino directo.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not trusted, and there is no direct way.</source>
        <translation>El certificado del servidor de retransmisión no es de confianza y no hay camino directo.</translation>
    </message>
    <message>
        <source>The session could not be saved as “{name}”: {why}.</source>
        <translation>No se pudo guardar la sesión como «{name}»: {why}.</translation>
    </message>
    <message>
        <source>The session ends after {seconds} s.</source>
        <translation>La sesión termina a los {seconds} s.</translation>
    </message>
    <message>
        <source>The session was over after {lasted} s.</source>
        <translation>La sesión terminó a los {lasted} s.</translation>
    </message>
    <message>
        <source>The setting {name} is wrong: {sentence}.</source>
        <translation>El ajuste {name} es incorrecto: {sentence}.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {strerror}.</source>
        <translation>No se puede leer el archivo de ajustes {file}: {strerror}.</translation>
    </message>
    <message>
        <source>The settings file {file} is not TOML: {error}.</source>
        <translation>El archivo de ajustes {file} no es TOML: {error}.</translation>
    </message>
    <message>
        <source>The sound device could not be opened.</source>
        <translation>No se pudo abrir el dispositivo de sonido.</translation>
    </message>
    <message>
        <source>The sound devices cannot be used ({why}).</source>
        <translation>No se pueden usar los dispositivos de sonido ({why}).</translation>
    </message>
    <message>
        <source>The sound server cannot be asked.</source>
        <translation>No se puede consultar el servidor de sonido.</translation>
    </message>
    <message>
        <source>The system has muted what this program records.</source>
        <translation>El sistema ha silenciado lo que graba este programa.</translation>
    </message>
    <message>
        <source>The system records “{name}”, which is no microphone.</source>
        <translation>El sistema graba «{name}», que no es un micrófono.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the token up.</source>
        <translation>El llavero del sistema no entrega el token.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is of an unknown kind.</source>
        <translation>El proxy del sistema es de un tipo desconocido.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in the system&apos;s keyring.</source>
        <translation>El token de {broker} se guarda en el llavero del sistema.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in {tokens_file}, which only you can read: no keyring took it.</source>
        <translation>El token de {broker} se guarda en {tokens_file}, que solo usted puede leer: ningún llavero lo aceptó.</translation>
    </message>
    <message>
        <source>The {what} “{name}” is not there, so the system&apos;s default is used.</source>
        <translation>El {what} «{name}» no está, así que se usa el predeterminado del sistema.</translation>
    </message>
    <message>
        <source>The {which} could not be opened.</source>
        <translation>No se pudo abrir el {which}.</translation>
    </message>
    <message>
        <source>The {which} could not be opened: its driver failed ({why}).</source>
        <translation>No se pudo abrir el {which}: falló su controlador ({why}).</translation>
    </message>
    <message>
        <source>The {which} is in use.</source>
        <translation>El {which} está en uso.</translation>
    </message>
    <message>
        <source>The {word} “{name}” is not there.</source>
        <translation>El {word} «{name}» no está.</translation>
    </message>
    <message>
        <source>There is no PulseAudio and no PipeWire.</source>
        <translation>No hay PulseAudio ni PipeWire.</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>Todavía no hay ninguna sesión.</translation>
    </message>
    <message>
        <source>They were sent, and the network did not bring them.</source>
        <translation>Se enviaron y la red no los entregó.</translation>
    </message>
    <message>
        <source>This broker has no gateway.</source>
        <translation>Este broker no tiene pasarela.</translation>
    </message>
    <message>
        <source>This network lets no UDP through, and no relay can be reached.</source>
        <translation>Esta red no deja pasar UDP y no se puede acceder a ningún servidor de retransmisión.</translation>
    </message>
    <message>
        <source>This program may not use the microphone.</source>
        <translation>Este programa no puede usar el micrófono.</translation>
    </message>
    <message>
        <source>This program may not use the {which}.</source>
        <translation>Este programa no puede usar el {which}.</translation>
    </message>
    <message>
        <source>This session is in another service&apos;s room, which cannot be joined here.</source>
        <translation>Esta sesión está en la sala de otro servicio, a la que no se puede entrar desde aquí.</translation>
    </message>
    <message>
        <source>This session may only go through a relay, and none can be reached.</source>
        <translation>Esta sesión solo puede pasar por un servidor de retransmisión y no se puede acceder a ninguno.</translation>
    </message>
    <message>
        <source>Too much is waiting to be said.</source>
        <translation>Ya hay demasiado pendiente de decir.</translation>
    </message>
    <message>
        <source>Too much is waiting to be spoken.</source>
        <translation>Ya hay demasiado pendiente de pronunciar.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Inténtelo de nuevo en un momento; si continúa, consulte al responsable del broker.</translation>
    </message>
    <message>
        <source>Try again in {value}, or raise the limit with the avatar service.</source>
        <translation>Inténtelo de nuevo en {value} o aumente el límite en el servicio de avatares.</translation>
    </message>
    <message>
        <source>Try again in {value}.</source>
        <translation>Inténtelo de nuevo en {value}.</translation>
    </message>
    <message>
        <source>Try again in {value}; if it goes on, ask the broker&apos;s operator.</source>
        <translation>Inténtelo de nuevo en {value}; si continúa, consulte al responsable del broker.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask the avatar service&apos;s operator.</source>
        <translation>Inténtelo de nuevo; si continúa, consulte al responsable del servicio de avatares.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask your network&apos;s operator what drops large UDP packets.</source>
        <translation>Inténtelo de nuevo; si continúa, pregunte al responsable de su red qué descarta los paquetes UDP grandes.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, run persona-viewer doctor on this network.</source>
        <translation>Inténtelo de nuevo; si continúa, ejecute persona-viewer doctor en esta red.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar engine or its TURN server has a fault.</source>
        <translation>Inténtelo de nuevo; si continúa, el motor del avatar o su servidor TURN tiene un fallo.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar service has a fault.</source>
        <translation>Inténtelo de nuevo; si continúa, el servicio de avatares tiene un fallo.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the broker&apos;s log says more.</source>
        <translation>Inténtelo de nuevo; si continúa, el registro del broker dice más.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the engine speaks a version or codec that this viewer does not.</source>
        <translation>Inténtelo de nuevo; si continúa, el motor usa una versión o un códec que este programa no conoce.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, look at the log (--log-level info).</source>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, mire el registro (--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with what the log says (--log-level info).</source>
        <translation>Inténtelo de nuevo; si vuelve a ocurrir, comuníquelo con lo que dice el registro (--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it stays silent, restart the broker.</source>
        <translation>Inténtelo de nuevo; si sigue sin responder, reinicie el broker.</translation>
    </message>
    <message>
        <source>Try another persona, or ask the broker&apos;s operator to mend what the service names.</source>
        <translation>Pruebe con otro personaje o pida al responsable del broker que arregle lo que indica el servicio.</translation>
    </message>
    <message>
        <source>Try another persona; if it goes on, the avatar service has a fault.</source>
        <translation>Pruebe con otro personaje; si continúa, el servicio de avatares tiene un fallo.</translation>
    </message>
    <message>
        <source>Turn it up in the system&apos;s sound settings.</source>
        <translation>Súbalo en los ajustes de sonido del sistema.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.</source>
        <translation>Desbloquéelo e inténtelo de nuevo, o quite «{broker}» de «{SERVICE}» con su propio programa.</translation>
    </message>
    <message>
        <source>Unmute Persona Viewer among the recordings in the system&apos;s sound settings.</source>
        <translation>Active Persona Viewer entre las grabaciones en los ajustes de sonido del sistema.</translation>
    </message>
    <message>
        <source>Unmute it in the system&apos;s sound settings, or with the key on the keyboard or headset.</source>
        <translation>Actívelo en los ajustes de sonido del sistema, o con la tecla del teclado o de los auriculares.</translation>
    </message>
    <message>
        <source>Unmute yourself with the microphone button.</source>
        <translation>Actívese con el botón del micrófono.</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <translation>Actualice este.</translation>
    </message>
    <message>
        <source>Wait a moment, then say it again in shorter parts.</source>
        <translation>Espere un momento y dígalo otra vez en partes más cortas.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Espere un momento.</translation>
    </message>
    <message>
        <source>Wait for the connection.</source>
        <translation>Espere a la conexión.</translation>
    </message>
    <message>
        <source>Wait until it is.</source>
        <translation>Espere hasta que lo esté.</translation>
    </message>
    <message>
        <source>Wait until the limit is renewed, or raise it with the avatar service.</source>
        <translation>Espere a que se renueve el límite o auméntelo en el servicio de avatares.</translation>
    </message>
    <message>
        <source>Wait until the persona is there.</source>
        <translation>Espere hasta que esté el personaje.</translation>
    </message>
    <message>
        <source>Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off.</source>
        <translation>Espere a que el avatar calle para hablar; con auriculares, desactive la cancelación de eco.</translation>
    </message>
    <message>
        <source>What {source} holds is not a token.</source>
        <translation>Lo que contiene {source} no es un token.</translation>
    </message>
    <message>
        <source>With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>Con auriculares es lo correcto. Si no, suba el volumen o elija otro dispositivo.</translation>
    </message>
    <message>
        <source>You are speaking, but your microphone is off.</source>
        <translation>Está hablando, pero su micrófono está apagado.</translation>
    </message>
    <message>
        <source>Your microphone has not heard you for a while.</source>
        <translation>Hace un rato que su micrófono no le oye.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>Su micrófono oye bien su altavoz; se usará la cancelación de eco.</translation>
    </message>
    <message>
        <source>and keep it: persona-viewer token set --broker {broker}</source>
        <translation>y guárdelo: persona-viewer token set --broker {broker}</translation>
    </message>
    <message>
        <source>and put it into {VARIABLE}</source>
        <translation>y póngalo en {VARIABLE}</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>no se puede escribir</translation>
    </message>
    <message>
        <source>holds no certificate that can be read</source>
        <translation>no contiene ningún certificado legible</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>it answers with a web page ({status})</source>
        <translation>responde con una página web ({status})</translation>
    </message>
    <message>
        <source>it answers with nothing ({status})</source>
        <translation>responde con nada ({status})</translation>
    </message>
    <message>
        <source>it answers {status}</source>
        <translation>responde {status}</translation>
    </message>
    <message>
        <source>it has to be a JSON object</source>
        <translation>debe ser un objeto JSON</translation>
    </message>
    <message>
        <source>it has to be a URL like http://host:port or https://host/path</source>
        <translation>debe ser una URL como http://host:port o https://host/path</translation>
    </message>
    <message>
        <source>it holds a user name or a password; leave them out, and keep the broker&apos;s token with persona-viewer token set --broker URL</source>
        <translation>contiene un nombre de usuario o una contraseña; omítalos y guarde el token del broker con persona-viewer token set --broker URL</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>altavoz</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>micrófono</translation>
    </message>
    <message>
        <source>{mend}, or unset {name}.</source>
        <translation>{mend}, o quite {name}.</translation>
    </message>
    <message>
        <source>{name} names {place}, which {fault}{why}.</source>
        <translation>{name} indica {place}, que {fault}{why}.</translation>
    </message>
    <message>
        <source>{sequence} would be typed; add Ctrl or Alt, or take a key like F5</source>
        <translation>{sequence} se escribiría; añada Ctrl o Alt, o use una tecla como F5</translation>
    </message>
    <message>
        <source>{which} is muted in the system.</source>
        <translation>El {which} está silenciado en el sistema.</translation>
    </message>
    <message>
        <source>{which} is turned down to {percent} % in the system.</source>
        <translation>El {which} está bajado al {percent}&#xa0;% en el sistema.</translation>
    </message>
    <message>
        <source>{word} of this computer</source>
        <translation>{word} de este equipo</translation>
    </message>
    <message>
        <source>{word} “{name}”</source>
        <translation>{word} «{name}»</translation>
    </message>
</context>
<context>
    <name>Setback</name>
    <message>
        <source>Ask the broker&apos;s operator for one, and enter it here.</source>
        <translation>Pida uno al responsable del broker e introdúzcalo aquí.</translation>
    </message>
    <message>
        <source>Keeping the token …</source>
        <translation>Guardando el token…</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Heard in all windows during a talk, while push to talk is on</source>
        <translation>Funciona en todas las ventanas durante una conversación, con «Pulsar para hablar» activado</translation>
    </message>
    <message>
        <source>That key is needed for typing and moving. Hold Ctrl or Alt with it.</source>
        <translation>Esa tecla se necesita para escribir y moverse. Mantenga Ctrl o Alt con ella.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close {panel}</source>
        <translation>Cerrar {panel}</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Back to the window</source>
        <translation>Volver a la ventana</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>Terminar la conversación</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Silenciar el micrófono</translation>
    </message>
    <message>
        <source>Persona Viewer, small window</source>
        <translation>Persona Viewer, ventana pequeña</translation>
    </message>
</context>
<context>
    <name>SnippetBar</name>
    <message>
        <source>Keep snippets on this computer, in the settings file</source>
        <translation>Guardar los fragmentos en este equipo, en el archivo de ajustes</translation>
    </message>
    <message>
        <source>Keep this form as a snippet</source>
        <translation>Guardar este formulario como fragmento</translation>
    </message>
    <message>
        <source>Keep this form as…</source>
        <translation>Guardar este formulario como…</translation>
    </message>
    <message>
        <source>Name of a snippet</source>
        <translation>Nombre de un fragmento</translation>
    </message>
    <message>
        <source>Remove the snippet</source>
        <translation>Quitar el fragmento</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Fragmentos</translation>
    </message>
</context>
<context>
    <name>SoundForm</name>
    <message>
        <source>16-bit PCM, at best 24 kHz and one channel</source>
        <translation>PCM de 16 bits, mejor 24 kHz y un canal</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Elija primero un archivo.</translation>
    </message>
    <message>
        <source>It has to be 16-bit PCM of 8 to 192 kHz: convert it first.</source>
        <translation>Tiene que ser PCM de 16 bits y de 8 a 192 kHz: conviértalo primero.</translation>
    </message>
    <message>
        <source>It may take {minutes} minutes at most: cut it first.</source>
        <translation>Puede durar {minutes} minutos como máximo: córtelo primero.</translation>
    </message>
    <message>
        <source>It takes {seconds} s.</source>
        <translation>Dura {seconds} s.</translation>
    </message>
    <message>
        <source>Let the avatar speak what the microphone hears</source>
        <translation>Que el avatar diga lo que oye el micrófono</translation>
    </message>
    <message>
        <source>That file cannot be read: choose another one.</source>
        <translation>Ese archivo no se puede leer: elija otro.</translation>
    </message>
    <message>
        <source>That is no WAV file of PCM: convert it first.</source>
        <translation>Eso no es un archivo WAV con PCM: conviértalo primero.</translation>
    </message>
    <message>
        <source>The file is being read; try again in a moment.</source>
        <translation>Se está leyendo el archivo; inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>There is no sound in that file.</source>
        <translation>No hay sonido en ese archivo.</translation>
    </message>
    <message>
        <source>WAV file</source>
        <translation>Archivo WAV</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Asking {name} who is there …</source>
        <translation>Preguntando a {name} quién está…</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>Comprobar micrófono y altavoz</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The demo did not start.</source>
        <translation>La demostración no se inició.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, start it in a terminal: persona-viewer demo.</source>
        <translation>Inténtelo de nuevo; si continúa, iníciela en un terminal: persona-viewer demo.</translation>
    </message>
    <message>
        <source>{name} names no personas. Call one by its ID.</source>
        <translation>{name} no nombra personajes. Llame a uno por su ID.</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>State: {words}</source>
        <translation>Estado: {words}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Speak, or touch the screen.</source>
        <translation>Hable o toque la pantalla.</translation>
    </message>
</context>
<context>
    <name>StreamForm</name>
    <message>
        <source>Give the stream a name.</source>
        <translation>Dé un nombre al flujo.</translation>
    </message>
    <message>
        <source>It is the last piece</source>
        <translation>Es el último trozo</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Flujo</translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation>Enunciado</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>Escriba algo primero.</translation>
    </message>
    <message>
        <source>none, or a UUID</source>
        <translation>ninguno, o un UUID</translation>
    </message>
</context>
<context>
    <name>TalkAnywhere</name>
    <message>
        <source>Another program uses {keys}, so it cannot be your key to talk from any window. Choose another key.</source>
        <translation>Otro programa usa {keys}, así que no puede ser su tecla para hablar desde cualquier ventana. Elija otra tecla.</translation>
    </message>
    <message>
        <source>On this system no key is heard in other windows. Use the window&apos;s own key to talk.</source>
        <translation>En este sistema ninguna tecla funciona en otras ventanas. Hable con la tecla de la ventana.</translation>
    </message>
    <message>
        <source>The desktop took back the key to talk from any window. It is asked again at the next talk.</source>
        <translation>El escritorio retiró la tecla para hablar desde cualquier ventana. Se le preguntará otra vez en la próxima conversación.</translation>
    </message>
    <message>
        <source>This desktop gives keys for all windows only to programs in its menu. Install persona-viewer.desktop.</source>
        <translation>Este escritorio solo da teclas para todas las ventanas a los programas de su menú. Instale persona-viewer.desktop.</translation>
    </message>
    <message>
        <source>This desktop gives programs no key that is heard in all windows. Use the window&apos;s own key to talk.</source>
        <translation>Este escritorio no da a los programas teclas que funcionen en todas las ventanas. Hable con la tecla de la ventana.</translation>
    </message>
    <message>
        <source>This keyboard has no {keys}, your key to talk from any window. Choose another key.</source>
        <translation>Este teclado no tiene {keys}, su tecla para hablar desde cualquier ventana. Elija otra tecla.</translation>
    </message>
    <message>
        <source>Your desktop asks you about this key when a talk begins, and may choose another one.</source>
        <translation>Su escritorio le preguntará por esta tecla cuando empiece una conversación y puede elegir otra.</translation>
    </message>
    <message>
        <source>Your desktop gave no key to talk from any window. It is asked again at the next talk.</source>
        <translation>Su escritorio no dio ninguna tecla para hablar desde cualquier ventana. Se le preguntará otra vez en la próxima conversación.</translation>
    </message>
    <message>
        <source>Your desktop has no key for this. Choose one in the desktop&apos;s settings.</source>
        <translation>Su escritorio no tiene ninguna tecla para esto. Elija una en los ajustes del escritorio.</translation>
    </message>
    <message>
        <source>Your desktop uses {keys} for this. You can change it in the desktop&apos;s settings.</source>
        <translation>Su escritorio usa {keys} para esto. Puede cambiarla en los ajustes del escritorio.</translation>
    </message>
</context>
<context>
    <name>TalkManners</name>
    <message>
        <source>The talk with {name} is over</source>
        <translation>La conversación con {name} ha terminado</translation>
    </message>
    <message>
        <source>{name} is waiting for you</source>
        <translation>{name} le espera</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>The talk ends in {time}.</source>
        <translation>La conversación termina en {time}.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>quedan {minutes} min</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>quedan {minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln line(s) found.</source>
        <translation>
            <numerusform>%Ln línea encontrada.</numerusform>
            <numerusform>%Ln líneas encontradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>Canal de datos</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Figures and heartbeats</source>
        <translation>Cifras y latidos</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Seguir lo más reciente</translation>
    </message>
    <message>
        <source>Offer and answer</source>
        <translation>Oferta y respuesta</translation>
    </message>
    <message>
        <source>Save as rtcstats…</source>
        <translation>Guardar como rtcstats…</translation>
    </message>
    <message>
        <source>Save for webrtc-internals viewers…</source>
        <translation>Guardar para visores de webrtc-internals…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Guardar la sesión</translation>
    </message>
    <message>
        <source>Save with addresses</source>
        <translation>Guardar con direcciones</translation>
    </message>
    <message>
        <source>Save, addresses masked</source>
        <translation>Guardar con direcciones ocultas</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>Buscar en la cronología</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>Señalización</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>Todavía no hay nada que guardar.</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Pensamientos</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
</context>
<context>
    <name>ToolForm</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answer tools by hand: nothing else answers them then</source>
        <translation>Responder a mano a las herramientas: entonces nada más les responde</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>It is called with {arguments}</source>
        <translation>Se llama con {arguments}</translation>
    </message>
    <message>
        <source>JSON, or words</source>
        <translation>JSON, o palabras</translation>
    </message>
    <message>
        <source>No call awaits an answer</source>
        <translation>Ninguna llamada espera respuesta</translation>
    </message>
    <message>
        <source>No call awaits an answer.</source>
        <translation>Ninguna llamada espera respuesta.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>The last call failed: {why}</source>
        <translation>La última llamada falló: {why}</translation>
    </message>
    <message>
        <source>Write what went wrong.</source>
        <translation>Escriba qué salió mal.</translation>
    </message>
</context>
<context>
    <name>TouchBar</name>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>No se conserva&#xa0;%n línea anterior.</numerusform>
            <numerusform>No se conservan&#xa0;%n líneas anteriores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nueva</numerusform>
            <numerusform>%n nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is copied.</source>
        <translation>Se ha copiado todo.</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>Avatar</translation>
    </message>
    <message>
        <source>Clear the transcript</source>
        <translation>Vaciar la transcripción</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Copy what is selected, or all</source>
        <translation>Copiar lo seleccionado, o todo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>Exportar la transcripción</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>Ir a la línea más reciente</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Lo más reciente</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>The transcript is cleared.</source>
        <translation>La transcripción está vacía.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregido</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>no entregado</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>escrito</translation>
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
        <translation>Lo que se ha dicho</translation>
    </message>
    <message>
        <source>What you and the avatar say appears here.</source>
        <translation>Aquí aparece lo que dicen usted y el avatar.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Leave the talk</source>
        <translation>Dejar la conversación</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>Silenciar el micrófono</translation>
    </message>
    <message>
        <source>Persona Viewer: talking to {name}</source>
        <translation>Persona Viewer: hablando con {name}</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Mostrar la ventana</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>At</source>
        <translation>En</translation>
    </message>
    <message>
        <source>First movement of the mouth: {p50} and {p95}.</source>
        <translation>Primer movimiento de la boca: {p50} y {p95}.</translation>
    </message>
    <message>
        <source>First sound: half of them within {p50}, 95 % within {p95}. First word: {w50} and {w95}.</source>
        <translation>Primer sonido: la mitad en {p50}, el 95 % en {p95}. Primera palabra: {w50} y {w95}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Nobody has been answered yet.</source>
        <translation>Todavía no se ha respondido a nadie.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>El usuario</translation>
    </message>
    <message>
        <source>Those places of the picture that change most while the persona is heard, and little while it is silent, are its mouth. It moves in the first picture in which they change far more than just before. Nothing is told until the mouth has been found, in the first seconds of speech.</source>
        <translation>Los lugares de la imagen que más cambian mientras se oye a la persona, y poco mientras calla, son su boca. Se mueve en la primera imagen en la que cambian mucho más que justo antes. No se indica nada hasta que se encuentra la boca, en los primeros segundos de habla.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>sent a text</source>
        <translation>envió un texto</translation>
    </message>
    <message>
        <source>stopped speaking</source>
        <translation>dejó de hablar</translation>
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
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Volume: {percent}</source>
        <translation>Volumen: {percent}</translation>
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
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>Escriba algo primero.</translation>
    </message>
</context>
</TS>
