<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.</source>
        <translation>الحرف وحده يُكتب. اضغط معه Ctrl أو Alt أو Shift مع Ctrl.</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>الحجم الفعلي</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>دائمًا في المقدمة</translation>
    </message>
    <message>
        <source>Bring back what was cleared</source>
        <translation>استعادة ما تم مسحه</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>التسميات التوضيحية</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>اختيار مكبر الصوت</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>اختيار الميكروفون</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>إنهاء المحادثة</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>ملء النافذة</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ملاءمة النافذة</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Have the message said word for word</source>
        <translation>جعل الأفاتار يقول الرسالة حرفيًا</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>المفتش</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>كتم الميكروفون</translation>
    </message>
    <message>
        <source>Other programs need that key. Hold Ctrl, Alt or Meta with it, or take one like F9.</source>
        <translation>تحتاج برامج أخرى إلى هذا المفتاح. اضغط معه Ctrl أو Alt أو Meta، أو اختر مفتاحًا مثل F9.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>اضغط للتحدث</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Record the talk</source>
        <translation>سجِّل المحادثة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>إظهار الصورة كاملة</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>نافذة صغيرة</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech</source>
        <translation>إيقاف كلام الأفاتار</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech, or leave full screen</source>
        <translation>إيقاف كلام الأفاتار، أو مغادرة ملء الشاشة</translation>
    </message>
    <message>
        <source>Talk from any window, while it is held</source>
        <translation>التحدث من أي نافذة، ما دام مضغوطًا</translation>
    </message>
    <message>
        <source>Talk, while it is held</source>
        <translation>التحدث، ما دام مضغوطًا</translation>
    </message>
    <message>
        <source>That is no key that this computer knows. Press another one.</source>
        <translation>هذا الحاسوب لا يعرف هذا المفتاح. اضغط مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>كتابة رسالة</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>“{action}” has that key already. Press another one.</source>
        <translation>«{action}» له هذا المفتاح من قبل. اضغط مفتاحًا آخر.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Connected again.</source>
        <translation>عاد الاتصال.</translation>
    </message>
    <message>
        <source>Connected. You can talk now.</source>
        <translation>تم الاتصال. يمكنك التحدث الآن.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>تم كتم الميكروفون</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>الميكروفون يعمل</translation>
    </message>
    <message>
        <source>The avatar is back.</source>
        <translation>عاد الأفاتار.</translation>
    </message>
    <message>
        <source>The talk is over.</source>
        <translation>انتهت المحادثة.</translation>
    </message>
</context>
<context>
    <name>BrokerCheck</name>
    <message>
        <source>A web page answers there. If this is your broker, go on; else check the URL.</source>
        <translation>تجيب هناك صفحة ويب. إن كان هذا وسيطك فتابع، وإلا فتحقق من العنوان.</translation>
    </message>
    <message>
        <source>It is there, and wants a token, which you can enter when you have added it.</source>
        <translation>إنه موجود، ويطلب رمز وصول يمكنك إدخاله بعد إضافته.</translation>
    </message>
    <message>
        <source>It is there, but its certificate is not trusted.</source>
        <translation>إنه موجود، لكن شهادته غير موثوق بها.</translation>
    </message>
    <message>
        <source>It is there. Personas: {count}.</source>
        <translation>إنه موجود. الشخصيات: {count}.</translation>
    </message>
    <message>
        <source>Looking at {url} …</source>
        <translation>جارٍ النظر في {url}…</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the URL and your network.</source>
        <translation>لا أحد يجيب هناك. تحقق من العنوان ومن شبكتك.</translation>
    </message>
    <message>
        <source>Somebody answers there and names no personas: you call them by their ID.</source>
        <translation>هناك من يجيب ولا يسمي شخصيات: تتصل بها بمعرّفها.</translation>
    </message>
    <message>
        <source>Somebody answers there, but that is not a broker.</source>
        <translation>هناك من يجيب، لكنه ليس وسيطًا.</translation>
    </message>
    <message>
        <source>That is not a URL yet. It looks like https://broker.example.com.</source>
        <translation>ليس هذا عنوانًا بعد. شكله مثل https://broker.example.com.</translation>
    </message>
    <message>
        <source>The broker&apos;s operator knows its URL.</source>
        <translation>مشغّل الوسيط يعرف عنوانه.</translation>
    </message>
</context>
<context>
    <name>BrokerPanel</name>
    <message>
        <source>As you like to call it</source>
        <translation>الاسم الذي تريده</translation>
    </message>
    <message>
        <source>Broker URL</source>
        <translation>عنوان الوسيط</translation>
    </message>
    <message>
        <source>Broker&apos;s name</source>
        <translation>اسم الوسيط</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Correct the broker&apos;s URL.</source>
        <translation>صحّح عنوان الوسيط.</translation>
    </message>
    <message>
        <source>Joe lives on this computer: no account, no network.</source>
        <translation>يعيش جو على هذا الحاسوب: بلا حساب وبلا شبكة.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>التحدث إلى العرض التجريبي</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing.</source>
        <translation>عنوان الوسيط ناقص.</translation>
    </message>
    <message>
        <source>Type it in, then go on.</source>
        <translation>اكتبه، ثم تابع.</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>استخدام هذا الوسيط</translation>
    </message>
    <message>
        <source>Your broker&apos;s URL</source>
        <translation>عنوان وسيطك</translation>
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
        <translation>تسمية توضيحية</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Bottom</source>
        <translation>الأسفل</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>مربع</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>الخلفية</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>كبير</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>بلا تسميات توضيحية</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>ظل</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>صغير</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>كبير جدًا</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Call {name}</source>
        <translation>الاتصال بـ{name}</translation>
    </message>
    <message>
        <source>Forget that I called {name}</source>
        <translation>نسيان أنني اتصلت بـ{name}</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>الشخصيات</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>recently</source>
        <translation>حديثًا</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>A little quiet. Come closer, or turn the microphone up.</source>
        <translation>منخفض قليلًا. اقترب، أو ارفع الميكروفون.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>ارتفاع صوتك</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>جارٍ الاستماع…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Microphone check</source>
        <translation>فحص الميكروفون</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone. With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>لم يصل شيء من صوت الاختبار إلى ميكروفونك. مع سماعات الرأس هذا صحيح. وإلا فارفع الصوت، أو اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>تشغيل صوت اختبار</translation>
    </message>
    <message>
        <source>Playing it back…</source>
        <translation>جارٍ التشغيل…</translation>
    </message>
    <message>
        <source>Plays two short tones and listens whether your microphone hears them.</source>
        <translation>يُصدر نغمتين قصيرتين ويتحقق من أن ميكروفونك يسمعهما.</translation>
    </message>
    <message>
        <source>Record 3 seconds</source>
        <translation>تسجيل 3 ثوانٍ</translation>
    </message>
    <message>
        <source>Say something: the bar moves while you speak.</source>
        <translation>قل شيئًا: يتحرك الشريط وأنت تتكلم.</translation>
    </message>
    <message numerus="yes">
        <source>Speak… %n</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>تكلم… %n</numerusform>
            <numerusform>تكلم… %n</numerusform>
            <numerusform>تكلم… %n</numerusform>
            <numerusform>تكلم… %n</numerusform>
            <numerusform>تكلم… %n</numerusform>
            <numerusform>تكلم… %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the test sound</source>
        <translation>إيقاف صوت الاختبار</translation>
    </message>
    <message>
        <source>Test the echo</source>
        <translation>اختبار الصدى</translation>
    </message>
    <message>
        <source>Too loud. Turn the microphone down, or move away from it.</source>
        <translation>مرتفع جدًا. اخفض الميكروفون، أو ابتعد عنه.</translation>
    </message>
    <message>
        <source>What the microphone hears of the loudspeaker</source>
        <translation>ما يسمعه الميكروفون من مكبر الصوت</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>تُسمَع جيدًا.</translation>
    </message>
    <message>
        <source>You will hear two short tones. Keep quiet for a moment.</source>
        <translation>ستسمع نغمتين قصيرتين. اصمت لحظة.</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>مكالمتك</translation>
    </message>
    <message>
        <source>Your call goes on. You are not heard in it until you close this check.</source>
        <translation>مكالمتك مستمرة. ولا تُسمَع فيها حتى تغلق هذا الفحص.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>يسمع ميكروفونك مكبر الصوت جيدًا؛ وسيُستخدم إلغاء الصدى.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>قطع الاتصال</translation>
    </message>
    <message>
        <source>Have it said word for word</source>
        <translation>قولها حرفيًا</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>إعدادات الميكروفون</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>إرسال (Enter)</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>إرسال الرسالة</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>إيقاف الكلام</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>A report on this computer names the place in the program, and nothing that was said. It helps whoever mends it.</source>
        <translation>في هذا الحاسوب تقرير يذكر الموضع في البرنامج، ولا شيء مما قيل. وهو يساعد من يصلحه.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفاظ</translation>
    </message>
    <message>
        <source>Persona Viewer ended unexpectedly last time.</source>
        <translation>انتهى Persona Viewer فجأة في المرة الماضية.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>إظهار الملف</translation>
    </message>
    <message>
        <source>Something in Persona Viewer failed last time.</source>
        <translation>حدث خلل في Persona Viewer في المرة الماضية.</translation>
    </message>
</context>
<context>
    <name>CueForm</name>
    <message>
        <source>At once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>At so many milliseconds of its speech</source>
        <translation>عند هذا العدد من المللي ثانية من كلامه</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>In so many milliseconds</source>
        <translation>بعد هذا العدد من المللي ثانية</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>مللي ثانية</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Starting the demo on this computer …</source>
        <translation>جارٍ بدء العرض التجريبي على هذا الحاسوب…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Session description</source>
        <translation>وصف الجلسة</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>اختيار مكبر الصوت</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>اختيار الميكروفون</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>بلا مكبر صوت</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>بلا ميكروفون</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>افتراضي النظام</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (غير موجود)</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>processor, since the graphics driver failed</source>
        <translation>المعالج، لأن برنامج تشغيل الرسومات تعطل</translation>
    </message>
    <message>
        <source>processor, since the graphics driver hung</source>
        <translation>المعالج، لأن برنامج تشغيل الرسومات لا يستجيب</translation>
    </message>
    <message>
        <source>processor, since the graphics processor was lost</source>
        <translation>المعالج، لأن معالج الرسومات فُقد</translation>
    </message>
    <message>
        <source>processor, since there is no graphics processor</source>
        <translation>المعالج، لعدم وجود معالج رسومات</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n ساعة</numerusform>
            <numerusform>ساعة واحدة (%n)</numerusform>
            <numerusform>ساعتين (%n)</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>دقيقة واحدة (%n)</numerusform>
            <numerusform>دقيقتين (%n)</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n ثانية</numerusform>
            <numerusform>ثانية واحدة (%n)</numerusform>
            <numerusform>ثانيتين (%n)</numerusform>
            <numerusform>%n ثوانٍ</numerusform>
            <numerusform>%n ثانية</numerusform>
            <numerusform>%n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>Call now</source>
        <translation>الاتصال الآن</translation>
    </message>
    <message>
        <source>Calling again in {seconds} s …</source>
        <translation>يُعاد الاتصال خلال {seconds} ث…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keep token</source>
        <translation>الاحتفاظ بالرمز</translation>
    </message>
    <message>
        <source>The token that the broker&apos;s operator gave you</source>
        <translation>الرمز الذي أعطاك إياه مشغّل الوسيط</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>FaultsTab</name>
    <message>
        <source>Back to normal</source>
        <translation>العودة إلى الوضع الطبيعي</translation>
    </message>
    <message>
        <source>Cut the WebSocket</source>
        <translation>قطع WebSocket</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Let the session expire</source>
        <translation>إنهاء مدة الجلسة</translation>
    </message>
    <message>
        <source>Lose so much of the media that arrives</source>
        <translation>فقدان هذا القدر من الوسائط الواردة</translation>
    </message>
    <message>
        <source>Nothing is broken on purpose any more.</source>
        <translation>لم يعد شيء معطلًا عمدًا.</translation>
    </message>
    <message>
        <source>Percent of the packets</source>
        <translation>النسبة المئوية من الحزم</translation>
    </message>
    <message>
        <source>Stall the media: nothing arrives</source>
        <translation>إيقاف الوسائط: لا يصل شيء</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>لا توجد جلسة: اتصل أولًا.</translation>
    </message>
    <message>
        <source>They are real to everything else; the timeline shows what follows.</source>
        <translation>هي حقيقية بالنسبة إلى كل ما عداها؛ ويعرض المخطط الزمني ما يتبعها.</translation>
    </message>
    <message>
        <source>Unplug the loudspeaker</source>
        <translation>فصل مكبر الصوت</translation>
    </message>
    <message>
        <source>Unplug the microphone</source>
        <translation>فصل الميكروفون</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Call</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation>لا أحد هنا اسمه «{name}».</translation>
    </message>
    <message>
        <source>Persona ID</source>
        <translation>معرّف الشخصية</translation>
    </message>
    <message>
        <source>The ID your avatar service gave it</source>
        <translation>المعرّف الذي أعطته إياها خدمة الأفاتار</translation>
    </message>
</context>
<context>
    <name>Graphs</name>
    <message>
        <source>Age of the picture</source>
        <translation>عمر الصورة</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>ما طُلب ثانية</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>معدل البت</translation>
    </message>
    <message>
        <source>Echo taken out</source>
        <translation>الصدى المُزال</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>تذبذب الوصول</translation>
    </message>
    <message>
        <source>Latest event in a second</source>
        <translation>آخر حدث تأخر في الثانية</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>شدة الصوت</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>الحزم المفقودة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Picture after its sound</source>
        <translation>الصورة بعد صوتها</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>صور في الثانية</translation>
    </message>
    <message>
        <source>Processor, of a core</source>
        <translation>المعالج، من نواة واحدة</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>زمن الذهاب والإياب</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Sound made up for losses</source>
        <translation>صوت بديل عن المفقود</translation>
    </message>
    <message>
        <source>Sound waits until it is heard</source>
        <translation>انتظار الصوت حتى يُسمع</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Time between pictures</source>
        <translation>الزمن بين الصور</translation>
    </message>
    <message>
        <source>Waits before the screen</source>
        <translation>انتظار قبل الشاشة</translation>
    </message>
    <message>
        <source>Work for a picture</source>
        <translation>العمل لكل صورة</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>مفكوك الترميز</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>فك الترميز</translation>
    </message>
    <message>
        <source>for a key frame (PLI)</source>
        <translation>إطار رئيسي (PLI)</translation>
    </message>
    <message>
        <source>for its sound</source>
        <translation>للصوت</translation>
    </message>
    <message>
        <source>for packets</source>
        <translation>للحزم</translation>
    </message>
    <message>
        <source>for packets (NACK)</source>
        <translation>الحزم (NACK)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>network and media</source>
        <translation>الشبكة والوسائط</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>مرسوم</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>الرسم</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>received</source>
        <translation>مُستلَم</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>مُرسَل</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>التشتت</translation>
    </message>
    <message>
        <source>the avatar</source>
        <translation>الشخصية</translation>
    </message>
    <message>
        <source>window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s ago</source>
        <translation>قبل {minutes} د {seconds} ث</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} ٪</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} ميغابايت</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>{number} في الثانية</translation>
    </message>
    <message>
        <source>{number} dB</source>
        <translation>{number} ديسيبل</translation>
    </message>
    <message>
        <source>{number} dBFS</source>
        <translation>{number} dBFS</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} كيلوبت/ث</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} مللي ثانية</translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation>قبل {seconds} ث</translation>
    </message>
</context>
<context>
    <name>GraphsTab</name>
    <message>
        <source>Another time</source>
        <translation>مدة أخرى</translation>
    </message>
    <message>
        <source>How long back</source>
        <translation>إلى أي مدى في الماضي</translation>
    </message>
    <message>
        <source>In a graph plus and minus zoom, the arrow keys point, Page Up and Page Down move, P stands still, and Home goes on. So do the mouse, and its wheel with Ctrl.</source>
        <translation>في الرسم البياني: زائد وناقص للتكبير والتصغير، والأسهم للإشارة، وPage Up وPage Down للتحريك، وP للإيقاف، وHome للمتابعة. وكذلك الفأرة وعجلتها مع Ctrl.</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>آخر 10 دقائق</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>الساعة الأخيرة</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>الدقيقة الأخيرة</translation>
    </message>
    <message>
        <source>Nothing was measured yet: that begins with a session.</source>
        <translation>لم يُقَس شيء بعد: يبدأ القياس مع الجلسة.</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>إيقاف الحركة</translation>
    </message>
    <message>
        <source>The graphs are being loaded…</source>
        <translation>يجري تحميل الرسوم البيانية…</translation>
    </message>
    <message>
        <source>The graphs could not be loaded. Install Persona Viewer again.</source>
        <translation>تعذر تحميل الرسوم البيانية. أعد تثبيت Persona Viewer.</translation>
    </message>
    <message>
        <source>Which graphs</source>
        <translation>أي رسوم بيانية</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Add a broker…</source>
        <translation>إضافة وسيط…</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Broker: {name}</source>
        <translation>الوسيط: {name}</translation>
    </message>
    <message>
        <source>Call by ID</source>
        <translation>الاتصال بالمعرّف</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Forget whom I called here</source>
        <translation>نسيان من اتصلت بهم هنا</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>لا وسيط</translation>
    </message>
    <message>
        <source>Remove this broker</source>
        <translation>إزالة هذا الوسيط</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>البحث بالاسم</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>التحدث إلى العرض التجريبي</translation>
    </message>
    <message>
        <source>Who would you like to talk to?</source>
        <translation>مع من تود التحدث؟</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>{number} s</source>
        <translation>{number} ث</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Back over the picture</source>
        <translation>إعادتها فوق الصورة</translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation>إغلاق (F12)</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>إغلاق المفتش</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>الرسوم البيانية</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>في نافذة خاصة بها</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>المفتش</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>الأدوار</translation>
    </message>
</context>
<context>
    <name>InterruptForm</name>
    <message>
        <source>Cuts the avatar&apos;s speech off.</source>
        <translation>يقطع كلام الأفاتار.</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>What is in it</source>
        <translation>محتواه</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>New keys for {title}; Escape leaves them, Backspace takes them away</source>
        <translation>مفاتيح جديدة لـ{title}؛ Escape يبقيها، وBackspace يزيلها</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Press to choose other keys</source>
        <translation>اضغط لاختيار مفاتيح أخرى</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Microphone level</source>
        <translation>مستوى الميكروفون</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>مرتفع جدًا</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}٪</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>مستوى الميكروفون</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link asks for this. Whoever runs {host} will hear your microphone.</source>
        <translation>يطلب رابطٌ ذلك. من يشغّل {host} سيسمع ميكروفونك.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Connect to {host} and talk to {persona}?</source>
        <translation>هل تريد الاتصال بـ{host} والتحدث إلى {persona}؟</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>The connection to {host} is not encrypted: others could listen.</source>
        <translation>الاتصال بـ{host} غير مشفّر: قد يسمع آخرون.</translation>
    </message>
    <message>
        <source>Your present talk would end.</source>
        <translation>ستنتهي محادثتك الحالية.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask for a link without it. Keep a broker&apos;s token with “persona-viewer token set”.</source>
        <translation>اطلب رابطًا من دونها. احتفظ برمز الوسيط بالأمر «persona-viewer token set».</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for a new one.</source>
        <translation>اطلب رابطًا جديدًا ممن أعطاك إياه.</translation>
    </message>
    <message>
        <source>The broker that the link names is not a URL like https://broker.example.com.</source>
        <translation>الوسيط الذي يذكره الرابط ليس عنوانًا مثل https://broker.example.com.</translation>
    </message>
    <message>
        <source>The link asks for more than a broker and a persona.</source>
        <translation>يطلب الرابط أكثر من وسيط وشخصية.</translation>
    </message>
    <message>
        <source>The link cannot be understood.</source>
        <translation>تعذّر فهم الرابط.</translation>
    </message>
    <message>
        <source>The link does not lead to a persona.</source>
        <translation>لا يؤدي الرابط إلى شخصية.</translation>
    </message>
    <message>
        <source>The link does not name both a broker and a persona.</source>
        <translation>لا يذكر الرابط وسيطًا وشخصية معًا.</translation>
    </message>
    <message>
        <source>The link holds signs that no link has.</source>
        <translation>في الرابط علامات لا توجد في الروابط.</translation>
    </message>
    <message>
        <source>The link holds what looks like a password or a token, so it was not followed.</source>
        <translation>في الرابط ما يشبه كلمة مرور أو رمز وصول، لذلك لم يُتبع.</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>الرابط طويل جدًا.</translation>
    </message>
    <message>
        <source>The persona that the link names cannot be one.</source>
        <translation>الشخصية التي يذكرها الرابط لا يمكن أن تكون شخصية.</translation>
    </message>
</context>
<context>
    <name>LoudspeakerPopover</name>
    <message>
        <source>Loudspeaker settings</source>
        <translation>إعدادات مكبر الصوت</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Correct the broker&apos;s URL, then connect.</source>
        <translation>صحّح عنوان الوسيط، ثم اتصل.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Type it in, then connect.</source>
        <translation>اكتبه، ثم اتصل.</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>About Persona Viewer</source>
        <translation>حول Persona Viewer</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>فحص الميكروفون ومكبر الصوت</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>نسخ التشخيص</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Persona Viewer {version}</source>
        <translation>Persona Viewer {version}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Talk to realtime AI avatars. Made with Qt {version}, under the LGPL.</source>
        <translation>تحدّث مع شخصيات الذكاء الاصطناعي مباشرةً. يستخدم Qt {version} بموجب رخصة LGPL.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>نافذة</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>That would make {length} characters, and a message may have {most}. Nothing was put in: shorten it, or send it in parts.</source>
        <translation>سيصير ذلك {length} حرفًا، والرسالة تسع {most}. لم يُضف شيء: اختصره، أو أرسله على أجزاء.</translation>
    </message>
    <message>
        <source>Type a message…</source>
        <translation>اكتب رسالة…</translation>
    </message>
    <message>
        <source>Your message has {length} characters, and {most} can be sent at once. Shorten it, or send it in parts.</source>
        <translation>في رسالتك {length} حرفًا، ويمكن إرسال {most} دفعة واحدة. اختصرها، أو أرسلها على أجزاء.</translation>
    </message>
</context>
<context>
    <name>MicrophonePopover</name>
    <message>
        <source>Automatic gain</source>
        <translation>الكسب التلقائي</translation>
    </message>
    <message>
        <source>Brings speech to an even loudness</source>
        <translation>يجعل الكلام متساوي الارتفاع</translation>
    </message>
    <message>
        <source>Cannot run on this computer</source>
        <translation>لا يعمل على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>فحص الميكروفون ومكبر الصوت</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>إلغاء الصدى</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>نصف ازدواج</translation>
    </message>
    <message>
        <source>Heard while Space or the button is held</source>
        <translation>تُسمَع ما دمت تضغط مفتاح المسافة أو الزر</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>إعدادات الميكروفون</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>كبت الضوضاء</translation>
    </message>
    <message>
        <source>On for a moment, until the echo is known</source>
        <translation>يعمل للحظة، إلى أن يُعرف الصدى</translation>
    </message>
    <message>
        <source>On, in place of echo cancellation</source>
        <translation>يعمل بدلًا من إلغاء الصدى</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>اضغط للتحدث</translation>
    </message>
    <message>
        <source>Silent while the avatar speaks</source>
        <translation>صامت أثناء كلام الأفاتار</translation>
    </message>
    <message>
        <source>Takes fans and hum out</source>
        <translation>يزيل صوت المراوح والطنين</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out</source>
        <translation>يزيل صوت الأفاتار</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
</context>
<context>
    <name>MuteButton</name>
    <message>
        <source>Hold to talk</source>
        <translation>اضغط باستمرار للتحدث</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>كتم الميكروفون</translation>
    </message>
    <message>
        <source>Unmute microphone</source>
        <translation>إلغاء كتم الميكروفون</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Goodbye, and thank you.</source>
        <translation>مع السلامة، وشكرًا.</translation>
    </message>
    <message>
        <source>I am taking a break.</source>
        <translation>أنا في استراحة الآن.</translation>
    </message>
    <message>
        <source>I need a little rest.</source>
        <translation>أحتاج إلى قليل من الراحة.</translation>
    </message>
    <message>
        <source>Just say something.</source>
        <translation>تكلّم فحسب.</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message numerus="yes">
        <source>Please come again in %n minute(s).</source>
        <translation>
            <numerusform>عد بعد %n دقيقة من فضلك.</numerusform>
            <numerusform>عد بعد دقيقة واحدة (%n) من فضلك.</numerusform>
            <numerusform>عد بعد دقيقتين (%n) من فضلك.</numerusform>
            <numerusform>عد بعد %n دقائق من فضلك.</numerusform>
            <numerusform>عد بعد %n دقيقة من فضلك.</numerusform>
            <numerusform>عد بعد %n دقيقة من فضلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come again later.</source>
        <translation>عد لاحقًا من فضلك.</translation>
    </message>
    <message>
        <source>Please come again tomorrow.</source>
        <translation>عد غدًا من فضلك.</translation>
    </message>
    <message>
        <source>There is no connection to the network at the moment.</source>
        <translation>لا يوجد اتصال بالشبكة في هذه اللحظة.</translation>
    </message>
    <message>
        <source>This takes only a moment.</source>
        <translation>لن يستغرق هذا سوى لحظة.</translation>
    </message>
    <message>
        <source>Touch one of the questions.</source>
        <translation>المس أحد الأسئلة.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>نحن مغلقون الآن.</translation>
    </message>
    <message>
        <source>We open at {time}.</source>
        <translation>نفتح في الساعة {time}.</translation>
    </message>
    <message>
        <source>We open on {day} at {time}.</source>
        <translation>نفتح يوم {day} في الساعة {time}.</translation>
    </message>
    <message>
        <source>We will be right back.</source>
        <translation>سنعود حالًا.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation>إخفاء التنبيه</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Show the window</source>
        <translation>إظهار النافذة</translation>
    </message>
</context>
<context>
    <name>OnTop</name>
    <message>
        <source>On Wayland a program cannot keep its own window on top. Choose “Always on Top” in the window&apos;s own menu, which Alt+Space opens.</source>
        <translation>في Wayland لا يستطيع برنامج إبقاء نافذته في المقدمة. اختر «دائمًا في المقدمة» من قائمة النافذة التي تُفتح بـAlt+Space.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>لا صور (%Ln)</numerusform>
            <numerusform>صورة واحدة (%Ln)</numerusform>
            <numerusform>صورتان (%Ln)</numerusform>
            <numerusform>%Ln صور</numerusform>
            <numerusform>%Ln صورة</numerusform>
            <numerusform>%Ln صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>معدل البت</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>نسخ التشخيص</translation>
    </message>
    <message>
        <source>Copy versions, settings, figures and the log, without secrets</source>
        <translation>نسخ الإصدارات والإعدادات والقيم والسجلّ، بلا أسرار</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>يرسمها</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>ICE</source>
        <translation>ICE</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>أطول فجوة</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>الحزم المفقودة</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>المرسوم</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>الطرف الآخر</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلَم</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>الذهاب والإياب</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>الإشارات</translation>
    </message>
    <message>
        <source>What is wrong: {findings}</source>
        <translation>ما الخلل: {findings}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>كما هو</translation>
    </message>
    <message>
        <source>automatic gain</source>
        <translation>الكسب التلقائي</translation>
    </message>
    <message>
        <source>echo cancellation</source>
        <translation>إلغاء الصدى</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>نصف ازدواج</translation>
    </message>
    <message>
        <source>noise suppression</source>
        <translation>كبت الضوضاء</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} كيلوبت/ث</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} م.ث</translation>
    </message>
    <message>
        <source>{packets}  ({nacks} NACK, {plis} PLI)</source>
        <translation>{packets}  ({nacks} NACK، {plis} PLI)</translation>
    </message>
    <message>
        <source>{rate} fps  ({frames})</source>
        <translation>{rate} صورة/ث  ({frames})</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>PictureTab</name>
    <message>
        <source>Compare with a file</source>
        <translation>المقارنة بملف</translation>
    </message>
    <message>
        <source>Freezes, black and torn pictures of the last minute</source>
        <translation>حالات التجمّد والصور السوداء والممزّقة في الدقيقة الأخيرة</translation>
    </message>
    <message>
        <source>Freezes: {freezes}, {seconds} s in all. Black pictures: {black}. Torn: {torn}.</source>
        <translation>حالات التجمّد: {freezes}، ومجموعها {seconds} ث. الصور السوداء: {black}. الممزّقة: {torn}.</translation>
    </message>
    <message>
        <source>Histogram: red, green, blue and luma</source>
        <translation>المدرّج التكراري: الأحمر والأخضر والأزرق والإضاءة</translation>
    </message>
    <message>
        <source>In the picture plus, minus and 0 zoom, the arrow keys point (with Shift ten pixels), P pauses, and the full stop takes one more picture.</source>
        <translation>في الصورة: زائد وناقص و0 للتكبير والتصغير، ومفاتيح الأسهم للتأشير (ومع Shift عشرة بكسلات)، وP للإيقاف المؤقت، والنقطة لأخذ صورة أخرى.</translation>
    </message>
    <message>
        <source>It was scaled from {width}×{height}.</source>
        <translation>غُيّر حجمها من {width}×{height}.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>صور</translation>
    </message>
    <message>
        <source>Point at a pixel, with the mouse or the arrow keys.</source>
        <translation>أشر إلى بكسل بالفأرة أو بمفاتيح الأسهم.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>The next picture that comes</source>
        <translation>الصورة التالية التي تصل</translation>
    </message>
    <message>
        <source>There is no picture to save yet.</source>
        <translation>لا توجد صورة لحفظها بعد.</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>لا توجد صورة بعد.</translation>
    </message>
    <message>
        <source>Waveform: luma by column</source>
        <translation>الشكل الموجي: الإضاءة لكل عمود</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>كاملة</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read: choose a PNG, JPEG or WebP file.</source>
        <translation>{name} ليس صورة يمكن قراءتها: اختر ملف PNG أو JPEG أو WebP.</translation>
    </message>
    <message>
        <source>{name}: PSNR {psnr} dB, SSIM {ssim}.</source>
        <translation>{name}: PSNR ‏{psnr} dB، SSIM ‏{ssim}.</translation>
    </message>
    <message>
        <source>{number} fps</source>
        <translation>{number} صورة/ث</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Enter the PIN to end the kiosk.</source>
        <translation>أدخل رقم PIN لإنهاء الكشك.</translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation>لم يكن هذا رقم PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. The next one can be in %n second(s).</source>
        <translation>
            <numerusform>محاولات كثيرة. المحاولة التالية بعد %n ثانية.</numerusform>
            <numerusform>محاولات كثيرة. المحاولة التالية بعد ثانية واحدة (%n).</numerusform>
            <numerusform>محاولات كثيرة. المحاولة التالية بعد ثانيتين (%n).</numerusform>
            <numerusform>محاولات كثيرة. المحاولة التالية بعد %n ثوانٍ.</numerusform>
            <numerusform>محاولات كثيرة. المحاولة التالية بعد %n ثانية.</numerusform>
            <numerusform>محاولات كثيرة. المحاولة التالية بعد %n ثانية.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Graphs</source>
        <translation>الرسوم البيانية</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Actual size</source>
        <translation>الحجم الفعلي</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>دائمًا في المقدمة</translation>
    </message>
    <message>
        <source>As the network allows</source>
        <translation>حسب ما تسمح به الشبكة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Ask whether others agree to be recorded</source>
        <translation>اسأل هل يوافق الآخرون على التسجيل</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>في الأسفل</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>في الأعلى</translation>
    </message>
    <message>
        <source>Automatic gain</source>
        <translation>الكسب التلقائي</translation>
    </message>
    <message>
        <source>Be heard only while Space or the microphone button is held</source>
        <translation>لا تُسمَع إلا ما دمت تضغط مفتاح المسافة أو زر الميكروفون</translation>
    </message>
    <message>
        <source>Be told what happens while the window is hidden</source>
        <translation>معرفة ما يحدث والنافذة مخفية</translation>
    </message>
    <message>
        <source>Brings your speech to an even loudness</source>
        <translation>يجعل كلامك متساوي الارتفاع</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Call at the start</source>
        <translation>الاتصال عند البدء</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>التسميات التوضيحية</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Connect as soon as the window opens</source>
        <translation>الاتصال فور فتح النافذة</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Draws the picture, with less work for the processor</source>
        <translation>يرسم الصورة بعبء أقل على المعالج</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>إلغاء الصدى</translation>
    </message>
    <message>
        <source>Fill the screen when the window opens</source>
        <translation>ملء الشاشة عند فتح النافذة</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>ملء النافذة</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ملاءمة النافذة</translation>
    </message>
    <message>
        <source>Folder of your own tools</source>
        <translation>مجلد أدواتك الخاصة</translation>
    </message>
    <message>
        <source>For networks that let you reach nothing but the broker</source>
        <translation>للشبكات التي لا يمكن الوصول منها إلا إلى الوسيط</translation>
    </message>
    <message>
        <source>From the next call on</source>
        <translation>ابتداءً من المكالمة التالية</translation>
    </message>
    <message>
        <source>Go through the broker</source>
        <translation>المرور عبر الوسيط</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>معالج الرسومات</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>نصف ازدواج</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Holds pictures until their sound is heard; without, they come sooner</source>
        <translation>يؤخر الصور حتى يُسمع صوتها؛ ومن دونه تصل أبكر</translation>
    </message>
    <message>
        <source>How large the letters over the picture are</source>
        <translation>حجم الحروف فوق الصورة</translation>
    </message>
    <message>
        <source>How loud the avatar is</source>
        <translation>ارتفاع صوت الأفاتار</translation>
    </message>
    <message>
        <source>How the picture fits the window</source>
        <translation>كيف تلائم الصورة النافذة</translation>
    </message>
    <message>
        <source>Keep the window above all others, where the system allows it</source>
        <translation>إبقاء النافذة فوق غيرها، حيث يسمح النظام</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keys of every action</source>
        <translation>مفاتيح كل إجراء</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Let the controls fade</source>
        <translation>السماح للأزرار بالاختفاء</translation>
    </message>
    <message>
        <source>Letters alone</source>
        <translation>حروف وحدها</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Like http://host:port or socks5://host:port; “none” for none; empty for the system&apos;s. It may hold a password, so it is never written down</source>
        <translation>مثل http://host:port أو socks5://host:port؛ و«none» لعدم استخدامه؛ وفارغ لما في النظام. قد يحوي كلمة مرور، لذلك لا يُحفظ أبدًا</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>تزامن الشفاه</translation>
    </message>
    <message>
        <source>Little data</source>
        <translation>بيانات قليلة</translation>
    </message>
    <message>
        <source>Log in files</source>
        <translation>السجلّ في ملفات</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>المظهر واللغة</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>مكتوم</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>كبت الضوضاء</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Nothing moves but the picture</source>
        <translation>لا يتحرك شيء سوى الصورة</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Of everything that is written in the window</source>
        <translation>لكل ما هو مكتوب في النافذة</translation>
    </message>
    <message>
        <source>Of the picture, and how much data it takes</source>
        <translation>للصورة، ومقدار ما تحتاج إليه من بيانات</translation>
    </message>
    <message>
        <source>Of the window, apart from the picture</source>
        <translation>للنافذة، ما عدا الصورة</translation>
    </message>
    <message>
        <source>Of the window; the avatar speaks its own</source>
        <translation>للنافذة؛ أما الأفاتار فيتكلم لغته</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>On</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>On a box</source>
        <translation>على خلفية</translation>
    </message>
    <message>
        <source>On this computer, 5 MB at most; nothing that was said</source>
        <translation>على هذا الحاسوب، 5 ميغابايت على الأكثر؛ ولا شيء مما قيل</translation>
    </message>
    <message>
        <source>On this computer, so that they come first at the start</source>
        <translation>على هذا الحاسوب، لتأتي أولًا عند البدء</translation>
    </message>
    <message>
        <source>On this computer; they name places in the program, nothing that was said</source>
        <translation>على هذا الحاسوب؛ تذكر مواضع في البرنامج، ولا شيء مما قيل</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>الشخصية</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Place of captions</source>
        <translation>موضع التسميات التوضيحية</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الخادم الوكيل</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>اضغط للتحدث</translation>
    </message>
    <message>
        <source>Python files that the avatar may have run, with all that you may do; empty for none</source>
        <translation>ملفات Python يمكن للأفاتار تشغيلها بكل ما لديك من صلاحيات؛ اتركه فارغًا إن لم توجد</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Remember whom you talked to</source>
        <translation>تذكّر من تحدثت إليهم</translation>
    </message>
    <message>
        <source>Reminder before recording</source>
        <translation>تذكير قبل التسجيل</translation>
    </message>
    <message>
        <source>Reports of crashes</source>
        <translation>تقارير الأعطال</translation>
    </message>
    <message>
        <source>Set by an option or the environment; what you change lasts until you close the window</source>
        <translation>محدد بخيار أو من البيئة؛ وما تغيّره يبقى حتى تغلق النافذة</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>الاختصارات</translation>
    </message>
    <message>
        <source>Show there what the avatar says</source>
        <translation>إظهار ما يقوله الأفاتار فيها</translation>
    </message>
    <message>
        <source>Silences the microphone while the avatar speaks, where its echo cannot be cancelled</source>
        <translation>يكتم الميكروفون أثناء كلام الأفاتار، حيث يتعذّر إلغاء صداه</translation>
    </message>
    <message>
        <source>Size of captions</source>
        <translation>حجم التسميات التوضيحية</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>حجم الصورة</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Start in full screen</source>
        <translation>البدء بملء الشاشة</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>البقاء مستيقظًا</translation>
    </message>
    <message>
        <source>Takes fans and hum out of the microphone&apos;s sound</source>
        <translation>يزيل صوت المراوح والطنين من صوت الميكروفون</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out of the microphone&apos;s sound</source>
        <translation>يزيل صوت الأفاتار من صوت الميكروفون</translation>
    </message>
    <message>
        <source>The ID of the avatar that you talk to</source>
        <translation>معرّف الأفاتار الذي تتحدث إليه</translation>
    </message>
    <message>
        <source>The address that the operator of your broker gave you</source>
        <translation>العنوان الذي أعطاك إياه مشغّل الوسيط</translation>
    </message>
    <message>
        <source>The computer and its screen do not sleep during a call</source>
        <translation>لا ينام الحاسوب ولا شاشته أثناء المكالمة</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>What is said, in writing over the picture</source>
        <translation>ما يقال، مكتوبًا فوق الصورة</translation>
    </message>
    <message>
        <source>What the avatar hears you with</source>
        <translation>ما يسمعك الأفاتار به</translation>
    </message>
    <message>
        <source>What you hear the avatar with</source>
        <translation>ما تسمع الأفاتار به</translation>
    </message>
    <message>
        <source>When the window is opened again</source>
        <translation>عند فتح النافذة مرة أخرى</translation>
    </message>
    <message>
        <source>Where in the picture they are</source>
        <translation>موضعها في الصورة</translation>
    </message>
    <message>
        <source>Where there is one</source>
        <translation>حيثما وُجد</translation>
    </message>
    <message>
        <source>While nobody touches anything, the picture is whole</source>
        <translation>ما دام لا أحد يلمس شيئًا تظهر الصورة كاملة</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>With a shadow</source>
        <translation>مع ظل</translation>
    </message>
    <message>
        <source>Words in notifications</source>
        <translation>الكلام في الإشعارات</translation>
    </message>
    <message>
        <source>Your microphone is heard by nobody</source>
        <translation>لا أحد يسمع ميكروفونك</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Every setting is as shipped.</source>
        <translation>كل الإعدادات كالأصل.</translation>
    </message>
    <message>
        <source>No setting is called so. Try another word.</source>
        <translation>لا يوجد إعداد بهذا الاسم. جرّب كلمة أخرى.</translation>
    </message>
    <message>
        <source>Nothing that you change is written down; it lasts until you close the window.</source>
        <translation>لا يُحفظ شيء مما تغيّره؛ ويبقى حتى تغلق النافذة.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>إعادة تعيين الكل</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>What you change is kept in {file}. Nothing that is said is written down.</source>
        <translation>يُحفظ ما تغيّره في {file}. ولا يُكتب شيء مما يقال.</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Answers come late over your network. Switch a VPN off, or stop large downloads.</source>
        <translation>تصل الأجوبة متأخرة عبر شبكتك. أوقف VPN، أو أوقف التنزيلات الكبيرة.</translation>
    </message>
    <message>
        <source>The picture comes slowly. Close other programs and downloads, or turn the picture&apos;s quality down in the settings.</source>
        <translation>تصل الصورة ببطء. أغلق برامج وتنزيلات أخرى، أو اخفض جودة الصورة في الإعدادات.</translation>
    </message>
    <message>
        <source>Your network is losing parts of the picture. Move closer to the router, or turn the picture&apos;s quality down in the settings.</source>
        <translation>تفقد شبكتك أجزاء من الصورة. اقترب من الموجّه، أو اخفض جودة الصورة في الإعدادات.</translation>
    </message>
    <message>
        <source>Your network is losing sound. Move closer to the router, or use a cable.</source>
        <translation>تفقد شبكتك الصوت. اقترب من الموجّه، أو استخدم كبلًا.</translation>
    </message>
</context>
<context>
    <name>RawForm</name>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Confirm the warning first.</source>
        <translation>أكد التحذير أولًا.</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>قناة البيانات</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Nobody checks it: it may end the session or cost money. Send it all the same.</source>
        <translation>لا أحد يتحقق منه: قد ينهي الجلسة أو يكلف مالًا. أرسله رغم ذلك.</translation>
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
        <translation>سجِّل المحادثة</translation>
    </message>
</context>
<context>
    <name>RecordingDesk</name>
    <message>
        <source>Avatar</source>
        <translation>الأفاتار</translation>
    </message>
    <message>
        <source>Does everybody agree to be recorded?</source>
        <translation>هل يوافق الجميع على التسجيل؟</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>سجِّل</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>The recording holds the avatar&apos;s picture and voice, your voice, and what is said. In many places the law wants everybody who can be heard to agree. You are asked this once.</source>
        <translation>يتضمن التسجيل صورة الشخصية الافتراضية وصوتها وصوتك وما يقال. يشترط القانون في أماكن كثيرة موافقة كل من يُسمع صوته. تُسأل عن هذا مرة واحدة.</translation>
    </message>
    <message>
        <source>The recording is saved: {file}</source>
        <translation>حُفظ التسجيل: {file}</translation>
    </message>
    <message>
        <source>The talk is being recorded.</source>
        <translation>يجري تسجيل المحادثة.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
</context>
<context>
    <name>RecordingPill</name>
    <message>
        <source>Recording begins…</source>
        <translation>يبدأ التسجيل…</translation>
    </message>
    <message>
        <source>Recording {minutes}:{seconds}</source>
        <translation>تسجيل {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>Saving the recording…</source>
        <translation>يجري حفظ التسجيل…</translation>
    </message>
</context>
<context>
    <name>ReplayWindow</name>
    <message>
        <source>Asking the broker</source>
        <translation>جارٍ سؤال الوسيط</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>جارٍ الاتصال من جديد</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>لم تبدأ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Place in the session</source>
        <translation>الموضع في الجلسة</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Played again, the session goes another way from {at} s on.</source>
        <translation>عند إعادة تشغيلها تسلك الجلسة مسارًا آخر بدءًا من {at} ث.</translation>
    </message>
    <message>
        <source>Played again, the session takes the same steps at the same times.</source>
        <translation>عند إعادة تشغيلها تمر الجلسة بالخطوات نفسها في الأوقات نفسها.</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>الإشارات</translation>
    </message>
    <message>
        <source>{name} – Persona Viewer</source>
        <translation>{name} – Persona Viewer</translation>
    </message>
    <message>
        <source>{place} of {length} s</source>
        <translation>{place} من {length} ث</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>As shipped</source>
        <translation>كالأصل</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>إعادة تعيين {title}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Next place (Enter)</source>
        <translation>الموضع التالي (Enter)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لم يُعثر عليه</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>الموضع السابق (Shift+Enter)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>البحث في النص</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
</context>
<context>
    <name>SendTab</name>
    <message>
        <source>Context</source>
        <translation>السياق</translation>
    </message>
    <message>
        <source>Director&apos;s cue</source>
        <translation>إشارة المخرج</translation>
    </message>
    <message>
        <source>Every so many milliseconds</source>
        <translation>كل هذا العدد من المللي ثانية</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>مقاطعة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON خام</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>نتيجة أداة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Sent {number} of {times}.</source>
        <translation>أُرسل {number} من {times}.</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>أُرسل.</translation>
    </message>
    <message>
        <source>Sound to speak</source>
        <translation>صوت يُنطق</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Text, as the user&apos;s</source>
        <translation>نص، كأنه من المستخدم</translation>
    </message>
    <message>
        <source>That is too much to keep: remove another snippet, or shorten it.</source>
        <translation>هذا أكثر مما يمكن حفظه: أزل مقتطفًا آخر أو اختصره.</translation>
    </message>
    <message>
        <source>The last one again</source>
        <translation>الأخيرة مرة أخرى</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>لا توجد جلسة: اتصل أولًا.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>عدد المرات</translation>
    </message>
    <message>
        <source>Words to speak</source>
        <translation>كلام يُنطق</translation>
    </message>
    <message>
        <source>Words to speak, in pieces</source>
        <translation>كلام يُنطق، على أجزاء</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A message of the avatar engine cannot be read.</source>
        <translation>لا يمكن قراءة رسالة من محرك الأفاتار.</translation>
    </message>
    <message>
        <source>A token is one word of letters, digits and signs.</source>
        <translation>رمز الوصول كلمة واحدة من حروف وأرقام وعلامات.</translation>
    </message>
    <message>
        <source>Allow UDP in the firewall, or ask the broker&apos;s operator for a TURN server.</source>
        <translation>اسمح ببروتوكول UDP في جدار الحماية، أو اطلب من مشغّل الوسيط خادم TURN.</translation>
    </message>
    <message>
        <source>Allow desktop apps to use the microphone: Settings, Privacy &amp; security, Microphone.</source>
        <translation>اسمح لتطبيقات سطح المكتب باستخدام الميكروفون: الإعدادات، الخصوصية والأمان، الميكروفون.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings.</source>
        <translation>اسمح بذلك في إعدادات الخصوصية في النظام.</translation>
    </message>
    <message>
        <source>An utterance&apos;s id must be a UUID v4 in lower case.</source>
        <translation>يجب أن يكون معرّف الكلام من نوع UUID v4 بأحرف صغيرة.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a new one, {mend}.</source>
        <translation>اطلب من مشغّل الوسيط رمزًا جديدًا، {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a persona whose sessions need no LiveKit or Agora.</source>
        <translation>اطلب من مشغّل الوسيط شخصية لا تحتاج جلساتها إلى LiveKit أو Agora.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, and keep it: persona-viewer token set --broker URL.</source>
        <translation>اطلب من مشغّل الوسيط رمزًا واحتفظ به: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, {mend}.</source>
        <translation>اطلب من مشغّل الوسيط رمزًا، {mend}.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator why; the broker&apos;s log says more.</source>
        <translation>اسأل مشغّل الوسيط عن السبب؛ ففي سجلّ الوسيط تفاصيل أكثر.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator: the API key lacks a permission, or the plan does not include what this persona needs.</source>
        <translation>اسأل مشغّل الوسيط: ينقص مفتاح API إذنٌ ما، أو أن الخطة لا تشمل ما تحتاج إليه هذه الشخصية.</translation>
    </message>
    <message>
        <source>Asking for a session…</source>
        <translation>جارٍ طلب جلسة…</translation>
    </message>
    <message>
        <source>Before, it was busy or did not answer.</source>
        <translation>قبل ذلك كانت مشغولة أو لم تجب.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>ابدأ تدفقًا آخر.</translation>
    </message>
    <message>
        <source>Calling the avatar…</source>
        <translation>جارٍ الاتصال بالأفاتار…</translation>
    </message>
    <message>
        <source>Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>تحقق منه في إعدادات الصوت في النظام، أو اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>Check its own switch and the system&apos;s privacy settings, or choose another microphone.</source>
        <translation>تحقق من مفتاحه ومن إعدادات الخصوصية في النظام، أو اختر ميكروفونًا آخر.</translation>
    </message>
    <message>
        <source>Check that the URL is that of a broker, not of a page or of the avatar service.</source>
        <translation>تحقق من أن العنوان هو عنوان وسيط، لا عنوان صفحة أو خدمة الأفاتار.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and that it is running, and your network.</source>
        <translation>تحقق من عنوان الوسيط ومن أنه يعمل، ومن شبكتك.</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and this computer&apos;s clock. If your network has a certificate of its own, name its file in SSL_CERT_FILE.</source>
        <translation>تحقق من عنوان الوسيط ومن ساعة هذا الحاسوب. إذا كانت لشبكتك شهادة خاصة بها، فاذكر ملفها في SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>تحقق من المسار.</translation>
    </message>
    <message>
        <source>Check the persona ID, and that the URL is that of a broker.</source>
        <translation>تحقق من معرّف الشخصية، ومن أن العنوان هو عنوان وسيط.</translation>
    </message>
    <message>
        <source>Check the persona ID.</source>
        <translation>تحقق من معرّف الشخصية.</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings or --proxy, or go without: --proxy none.</source>
        <translation>تحقق من الخادم الوكيل في إعدادات النظام أو في ‎--proxy، أو استغنِ عنه: ‎--proxy none.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password, or ask its operator to let this through.</source>
        <translation>تحقق من اسم المستخدم وكلمة المرور للخادم الوكيل، أو اطلب من مشغّله السماح بهذا الاتصال.</translation>
    </message>
    <message>
        <source>Check this microphone if you spoke, or choose another one.</source>
        <translation>إن كنت تكلمت فتحقق من هذا الميكروفون، أو اختر غيره.</translation>
    </message>
    <message>
        <source>Check your network and connect again.</source>
        <translation>تحقق من شبكتك واتصل مرة أخرى.</translation>
    </message>
    <message>
        <source>Check your network and say it again.</source>
        <translation>تحقق من شبكتك وقل ذلك مرة أخرى.</translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation>تحقق من شبكتك وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Choose a plan with the avatar service, then try again.</source>
        <translation>اختر خطة لدى خدمة الأفاتار، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Choose another device, or close the program that uses it.</source>
        <translation>اختر جهازًا آخر، أو أغلق البرنامج الذي يستخدمه.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>Choose another place for it, and record again.</source>
        <translation>اختر مكانًا آخر له ثم سجِّل من جديد.</translation>
    </message>
    <message>
        <source>Choose another place or name.</source>
        <translation>اختر مكانًا أو اسمًا آخر.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Choose one that does.</source>
        <translation>اختر واحدًا ينتظره.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>اختر واحدًا.</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another one.</source>
        <translation>أغلق البرنامج الذي يستخدمه، أو اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>Connect again for new ones; if it goes on, the broker&apos;s operator must mend the TURN server.</source>
        <translation>اتصل مرة أخرى للحصول على بيانات جديدة؛ وإن استمر ذلك فعلى مشغّل الوسيط إصلاح خادم TURN.</translation>
    </message>
    <message>
        <source>Connect again to start a new one.</source>
        <translation>اتصل مرة أخرى لبدء جلسة جديدة.</translation>
    </message>
    <message>
        <source>Connect again; if it goes on, ask the broker&apos;s operator.</source>
        <translation>اتصل مرة أخرى؛ وإن استمر ذلك فاسأل مشغّل الوسيط.</translation>
    </message>
    <message>
        <source>Connect without --gateway, or ask its operator for one.</source>
        <translation>اتصل من دون ‎--gateway، أو اطلب بوابة من مشغّله.</translation>
    </message>
    <message>
        <source>Connected, waiting for the picture…</source>
        <translation>تم الاتصال، بانتظار الصورة…</translation>
    </message>
    <message>
        <source>Connecting takes longer than usual. Still trying.</source>
        <translation>يستغرق الاتصال وقتًا أطول من المعتاد. المحاولة مستمرة.</translation>
    </message>
    <message>
        <source>Connection interrupted</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>Correct it in {file}; its default is used.</source>
        <translation>صحّحه في {file}؛ وتُستخدم القيمة الافتراضية.</translation>
    </message>
    <message>
        <source>Correct it, then send it.</source>
        <translation>صححه ثم أرسله.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Echo cancellation, noise suppression and automatic gain cannot run on this computer.</source>
        <translation>لا يعمل إلغاء الصدى وكبت الضوضاء والكسب التلقائي على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>End another session, or try again in {value}.</source>
        <translation>أنهِ جلسة أخرى، أو حاول مرة أخرى بعد {value}.</translation>
    </message>
    <message>
        <source>End another session, or wait a minute and try again.</source>
        <translation>أنهِ جلسة أخرى، أو انتظر دقيقة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>End one first.</source>
        <translation>أنهِ تدفقًا أولًا.</translation>
    </message>
    <message>
        <source>Enter one.</source>
        <translation>أدخل معرّفًا.</translation>
    </message>
    <message>
        <source>Enter that URL as the broker&apos;s.</source>
        <translation>أدخل ذلك العنوان عنوانًا للوسيط.</translation>
    </message>
    <message>
        <source>Enter the URL that the broker&apos;s operator gave you, or have this name added to it.</source>
        <translation>أدخل العنوان الذي أعطاك إياه مشغّل الوسيط، أو اطلب إضافة هذا الاسم إليه.</translation>
    </message>
    <message>
        <source>Every session of this account is in use.</source>
        <translation>جميع جلسات هذا الحساب قيد الاستخدام.</translation>
    </message>
    <message>
        <source>Free some space before you record again; what was recorded until then is kept.</source>
        <translation>أفرغ بعض المساحة قبل أن تسجِّل من جديد؛ ما سُجِّل حتى ذلك الحين محفوظ.</translation>
    </message>
    <message>
        <source>Give another file.</source>
        <translation>حدِّد ملفًا آخر.</translation>
    </message>
    <message>
        <source>Give another: --proxy URL.</source>
        <translation>أعطِ خادمًا آخر: ‎--proxy URL.</translation>
    </message>
    <message>
        <source>Give one that the inspector or “probe --events” has written.</source>
        <translation>حدِّد ملفًا كتبه المفتش أو «probe --events».</translation>
    </message>
    <message>
        <source>Give the broker a valid API key and restart it.</source>
        <translation>أعطِ الوسيط مفتاح API صالحًا وأعد تشغيله.</translation>
    </message>
    <message>
        <source>Hold the microphone button, or Space, while you speak.</source>
        <translation>اضغط باستمرار زر الميكروفون أو مفتاح المسافة وأنت تتكلم.</translation>
    </message>
    <message>
        <source>Install the right ones: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</source>
        <translation>ثبّت الإصدارين المناسبين: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</translation>
    </message>
    <message>
        <source>Install your network&apos;s certificate, or ask the broker&apos;s operator to mend the TURN server.</source>
        <translation>ثبّت شهادة شبكتك، أو اطلب من مشغّل الوسيط إصلاح خادم TURN.</translation>
    </message>
    <message>
        <source>It cannot be kept aside ({strerror}); until it is mended, nothing is remembered.</source>
        <translation>تعذّر وضعه جانبًا ({strerror})؛ ولن يُحفظ شيء حتى يُصلح ذلك.</translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new one is begun.</source>
        <translation>يُحتفظ به باسم {name}، ويُبدأ ملف جديد.</translation>
    </message>
    <message>
        <source>It is not as expected: {why}.</source>
        <translation>ليست كما هو متوقع: {why}.</translation>
    </message>
    <message>
        <source>It is taken again when it comes back.</source>
        <translation>سيُستخدم مرة أخرى عندما يعود.</translation>
    </message>
    <message>
        <source>It looks like http://localhost:8080.</source>
        <translation>شكله مثل http://localhost:8080.</translation>
    </message>
    <message>
        <source>It may have been changed or cut; take the file as it was written.</source>
        <translation>ربما غُيِّر أو اقتُطع؛ خذ الملف كما كُتب.</translation>
    </message>
    <message>
        <source>It told no address that can be tried.</source>
        <translation>لم يذكر أي عنوان يمكن تجربته.</translation>
    </message>
    <message>
        <source>It waits for the service, or asks it again.</source>
        <translation>ينتظر الخدمة أو يسألها من جديد.</translation>
    </message>
    <message>
        <source>Its words come, and its sound was silence for a second.</source>
        <translation>تصل كلماته لكن صوته كان صمتًا لثانية.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or TCP to the TURN server.</source>
        <translation>اسمح في جدار الحماية ببروتوكول UDP، أو بـTCP إلى خادم TURN.</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or ask the broker&apos;s operator for a TURN server over TLS.</source>
        <translation>اسمح ببروتوكول UDP في جدار الحماية، أو اطلب من مشغّل الوسيط خادم TURN عبر TLS.</translation>
    </message>
    <message>
        <source>Line {number} of “{name}” is not as a session file has it.</source>
        <translation>السطر {number} من «{name}» ليس كما في ملف جلسة.</translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation>يستمع إليك</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Lower its volume in the system&apos;s sound settings, or move away from it.</source>
        <translation>اخفض مستواه في إعدادات الصوت في النظام، أو ابتعد عنه.</translation>
    </message>
    <message>
        <source>MP4 cannot hold the pictures of this persona.</source>
        <translation>لا يمكن أن يتضمن ملف MP4 صور هذه الشخصية.</translation>
    </message>
    <message>
        <source>Make it yours alone: chmod 600 {file}</source>
        <translation>اجعله لك وحدك: chmod 600 {file}</translation>
    </message>
    <message>
        <source>More than {MAX_OPEN} talk streams are open.</source>
        <translation>هناك أكثر من {MAX_OPEN} من تدفقات الكلام المفتوحة.</translation>
    </message>
    <message>
        <source>Name a file that can be written</source>
        <translation>اذكر ملفًا تمكن الكتابة فيه</translation>
    </message>
    <message>
        <source>Name a file that holds certificates in PEM form</source>
        <translation>اذكر ملفًا يحوي شهادات بصيغة PEM</translation>
    </message>
    <message>
        <source>Name a folder of certificates</source>
        <translation>اذكر مجلد شهادات</translation>
    </message>
    <message>
        <source>No avatar is free right now.</source>
        <translation>لا يوجد أفاتار متاح الآن.</translation>
    </message>
    <message>
        <source>No media connection to the avatar engine could be made.</source>
        <translation>تعذّر إنشاء اتصال وسائط بمحرك الأفاتار.</translation>
    </message>
    <message>
        <source>No packet came for a second.</source>
        <translation>لم تصل أي حزمة لثانية.</translation>
    </message>
    <message>
        <source>No picture came while it was recorded.</source>
        <translation>لم تصل أي صورة أثناء التسجيل.</translation>
    </message>
    <message>
        <source>No session was granted.</source>
        <translation>لم تُمنح أي جلسة.</translation>
    </message>
    <message>
        <source>No {word} was found.</source>
        <translation>لم يُعثر على {word}.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Nothing arrives from the avatar right now. Waiting for it to come back.</source>
        <translation>لا يصل شيء من الأفاتار الآن. بانتظار عودته.</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone.</source>
        <translation>لم يصل شيء من صوت الاختبار إلى ميكروفونك.</translation>
    </message>
    <message>
        <source>Of a hundred packets {percent} are lost.</source>
        <translation>من كل مئة حزمة تضيع {percent}.</translation>
    </message>
    <message>
        <source>Of a hundred, 0 to 100 can be lost.</source>
        <translation>من كل مئة يمكن فقدان 0 إلى 100.</translation>
    </message>
    <message>
        <source>Of {tried} addresses that it told none has answered.</source>
        <translation>من {tried} عناوين ذكرها لم يُجب أي منها.</translation>
    </message>
    <message>
        <source>Open it as the Matroska file that it is, which video players do as well.</source>
        <translation>افتحه كملف Matroska كما هو، فمشغلات الفيديو تفتحه أيضًا.</translation>
    </message>
    <message>
        <source>Picture and sound do not need it, and it is opened again.</source>
        <translation>لا تحتاجه الصورة والصوت، ويُفتح من جديد.</translation>
    </message>
    <message>
        <source>Picture and sound stand still.</source>
        <translation>الصورة والصوت متوقفان.</translation>
    </message>
    <message>
        <source>Plug a microphone in, or choose one.</source>
        <translation>وصّل ميكروفونًا، أو اختر واحدًا.</translation>
    </message>
    <message>
        <source>Plug it in or choose another one.</source>
        <translation>وصّله أو اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>Plug one in and choose it.</source>
        <translation>وصّل جهازًا واختره.</translation>
    </message>
    <message>
        <source>Raise its volume in the system&apos;s sound settings, or come closer.</source>
        <translation>ارفع مستواه في إعدادات الصوت في النظام، أو اقترب منه.</translation>
    </message>
    <message>
        <source>Raise the cap with the avatar service, then try again.</source>
        <translation>ارفع الحد لدى خدمة الأفاتار، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>جارٍ إعادة الاتصال…</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>سجِّل من جديد.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>سجِّل على قرص آخر.</translation>
    </message>
    <message>
        <source>Remove it, then keep your tokens again: persona-viewer token set --broker URL.</source>
        <translation>احذفه، ثم احتفظ برموزك من جديد: persona-viewer token set --broker URL.</translation>
    </message>
    <message>
        <source>Restart PulseAudio or PipeWire.</source>
        <translation>أعد تشغيل PulseAudio أو PipeWire.</translation>
    </message>
    <message>
        <source>Say it in parts.</source>
        <translation>قله على أجزاء.</translation>
    </message>
    <message>
        <source>See persona-viewer --help.</source>
        <translation>انظر persona-viewer --help.</translation>
    </message>
    <message>
        <source>Send shorter pieces.</source>
        <translation>أرسل مقاطع أقصر.</translation>
    </message>
    <message>
        <source>Setting up picture and sound…</source>
        <translation>جارٍ إعداد الصورة والصوت…</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>اختصره.</translation>
    </message>
    <message>
        <source>Something in this program failed ({name}).</source>
        <translation>حدث خلل في هذا البرنامج ({name}).</translation>
    </message>
    <message>
        <source>Something in this program failed.</source>
        <translation>حدث خلل في هذا البرنامج.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>حدث خطأ ما.</translation>
    </message>
    <message>
        <source>Sound comes, and no picture did for a second.</source>
        <translation>يصل الصوت ولم تصل صورة منذ ثانية.</translation>
    </message>
    <message>
        <source>That could not be sent to the avatar engine.</source>
        <translation>تعذّر إرسال ذلك إلى محرك الأفاتار.</translation>
    </message>
    <message>
        <source>That is not a JSON object.</source>
        <translation>هذا ليس كائن JSON.</translation>
    </message>
    <message>
        <source>That is not a URL of a broker</source>
        <translation>ليس هذا عنوان وسيط</translation>
    </message>
    <message>
        <source>That is not a broker: {why}.</source>
        <translation>ليس هذا وسيطًا: {why}.</translation>
    </message>
    <message>
        <source>That is not a token.</source>
        <translation>ليس هذا رمز وصول.</translation>
    </message>
    <message>
        <source>That is too long for one message.</source>
        <translation>هذا أطول من أن تتسع له رسالة واحدة.</translation>
    </message>
    <message>
        <source>That is too much sound for one message.</source>
        <translation>هذا صوت أكثر مما تسعه رسالة واحدة.</translation>
    </message>
    <message>
        <source>That setting is not usable.</source>
        <translation>هذا الإعداد غير صالح.</translation>
    </message>
    <message>
        <source>That talk stream is over.</source>
        <translation>انتهى تدفق الكلام هذا.</translation>
    </message>
    <message>
        <source>That text is too long.</source>
        <translation>هذا النص طويل جدًا.</translation>
    </message>
    <message>
        <source>That tool call awaits no answer.</source>
        <translation>استدعاء الأداة هذا لا ينتظر ردًا.</translation>
    </message>
    <message>
        <source>That {what} is not usable: {fault}.</source>
        <translation>هذا غير صالح ({what}): {fault}.</translation>
    </message>
    <message>
        <source>The WebSocket is not open.</source>
        <translation>‏WebSocket غير مفتوح.</translation>
    </message>
    <message>
        <source>The account has no active plan.</source>
        <translation>ليس للحساب خطة سارية.</translation>
    </message>
    <message>
        <source>The account&apos;s spend cap is reached.</source>
        <translation>بلغ الحساب حد الإنفاق.</translation>
    </message>
    <message>
        <source>The account&apos;s usage limit is reached.</source>
        <translation>بلغ الحساب حد الاستخدام.</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>الجواب ليس JSON.</translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation>الجواب ليس كائن JSON.</translation>
    </message>
    <message>
        <source>The answer&apos;s field {field} is missing or wrong.</source>
        <translation>الحقل {field} في الجواب ناقص أو خاطئ.</translation>
    </message>
    <message>
        <source>The avatar engine cannot be reached, not even through the relay.</source>
        <translation>تعذّر الوصول إلى محرك الأفاتار، حتى عبر خادم الترحيل.</translation>
    </message>
    <message>
        <source>The avatar engine did not answer the offer.</source>
        <translation>لم يجب محرك الأفاتار عن العرض.</translation>
    </message>
    <message>
        <source>The avatar engine has not been reached for {PATIENCE} s.</source>
        <translation>لم يُبلَغ محرك الأفاتار منذ {PATIENCE} ث.</translation>
    </message>
    <message>
        <source>The avatar engine sends another size.</source>
        <translation>يرسل محرك الأفاتار حجمًا آخر.</translation>
    </message>
    <message>
        <source>The avatar engine sends no picture.</source>
        <translation>محرك الأفاتار لا يرسل صورة.</translation>
    </message>
    <message>
        <source>The avatar engine was reached, but no encrypted connection came about.</source>
        <translation>تم الوصول إلى محرك الأفاتار، لكن لم ينشأ اتصال مشفّر.</translation>
    </message>
    <message>
        <source>The avatar engine&apos;s answer could not be used.</source>
        <translation>تعذّر استخدام جواب محرك الأفاتار.</translation>
    </message>
    <message>
        <source>The avatar service did not accept the request.</source>
        <translation>لم تقبل خدمة الأفاتار الطلب.</translation>
    </message>
    <message>
        <source>The avatar service does not know this persona.</source>
        <translation>لا تعرف خدمة الأفاتار هذه الشخصية.</translation>
    </message>
    <message>
        <source>The avatar service does not permit this session.</source>
        <translation>لا تسمح خدمة الأفاتار بهذه الجلسة.</translation>
    </message>
    <message>
        <source>The avatar service ended the session.</source>
        <translation>أنهت خدمة الأفاتار الجلسة.</translation>
    </message>
    <message>
        <source>The avatar service refused the broker&apos;s key.</source>
        <translation>رفضت خدمة الأفاتار مفتاح الوسيط.</translation>
    </message>
    <message>
        <source>The avatar service refused the session.</source>
        <translation>رفضت خدمة الأفاتار الجلسة.</translation>
    </message>
    <message>
        <source>The avatar service reported an error.</source>
        <translation>أبلغت خدمة الأفاتار عن خطأ.</translation>
    </message>
    <message>
        <source>The avatar service sent a warning.</source>
        <translation>أرسلت خدمة الأفاتار تحذيرًا.</translation>
    </message>
    <message>
        <source>The avatar speaks, and nothing is heard.</source>
        <translation>الأفاتار يتكلم ولا يُسمع شيء.</translation>
    </message>
    <message>
        <source>The avatar&apos;s picture or sound is missing.</source>
        <translation>صورة الأفاتار أو صوته مفقود.</translation>
    </message>
    <message>
        <source>The broker asked the service {attempts} times for the session.</source>
        <translation>طلب الوسيط الجلسة من الخدمة {attempts} مرات.</translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>تعذّر الوصول إلى الوسيط.</translation>
    </message>
    <message>
        <source>The broker does not accept the token</source>
        <translation>لا يقبل الوسيط رمز الوصول</translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation>الوسيط لا يجيب.</translation>
    </message>
    <message>
        <source>The broker has moved to {url}.</source>
        <translation>انتقل الوسيط إلى {url}.</translation>
    </message>
    <message>
        <source>The broker has moved.</source>
        <translation>انتقل الوسيط.</translation>
    </message>
    <message>
        <source>The broker has not answered for {PATIENCE} s.</source>
        <translation>لم يُجب الوسيط منذ {PATIENCE} ث.</translation>
    </message>
    <message>
        <source>The broker limits it.</source>
        <translation>الوسيط يحددها.</translation>
    </message>
    <message>
        <source>The broker reported an error ({status}).</source>
        <translation>أبلغ الوسيط عن خطأ ({status}).</translation>
    </message>
    <message>
        <source>The broker wants a token.</source>
        <translation>يطلب الوسيط رمز وصول.</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing</source>
        <translation>عنوان الوسيط ناقص</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a list of personas.</source>
        <translation>جواب الوسيط ليس قائمة شخصيات.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a session.</source>
        <translation>جواب الوسيط ليس جلسة.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer means “{code}”.</source>
        <translation>جواب الوسيط يعني «{code}».</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not trusted.</source>
        <translation>شهادة الوسيط غير موثوق بها.</translation>
    </message>
    <message>
        <source>The connection broke. Connecting again; what you type is kept.</source>
        <translation>انقطع الاتصال، وجارٍ الاتصال من جديد؛ ما تكتبه محفوظ.</translation>
    </message>
    <message>
        <source>The connection for picture and sound failed.</source>
        <translation>فشل اتصال الصورة والصوت.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording has ended.</source>
        <translation>امتلأ القرص فانتهى التسجيل.</translation>
    </message>
    <message>
        <source>The disk is too slow, so parts of the recording are missing.</source>
        <translation>القرص بطيء جدًا، فتنقص أجزاء من التسجيل.</translation>
    </message>
    <message>
        <source>The events cannot be written to {path}: {strerror}.</source>
        <translation>لا يمكن كتابة الأحداث في {path}: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens can be read or changed by others.</source>
        <translation>يمكن لآخرين قراءة ملف الرموز {file} أو تغييره.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be read: {strerror}.</source>
        <translation>تعذّرت قراءة ملف الرموز {file}: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be written: {strerror}.</source>
        <translation>تعذّرت كتابة ملف الرموز {file}: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} with tokens is damaged.</source>
        <translation>ملف الرموز {file} تالف.</translation>
    </message>
    <message>
        <source>The gateway does not let this session through to the avatar engine.</source>
        <translation>لا تسمح البوابة بمرور هذه الجلسة إلى محرك الأفاتار.</translation>
    </message>
    <message>
        <source>The installed aiortc or aioice does not fit: {missing} is missing.</source>
        <translation>نسخة aiortc أو aioice المثبتة غير مناسبة: ينقصها {missing}.</translation>
    </message>
    <message>
        <source>The line to the avatar engine broke.</source>
        <translation>انقطع الخط مع محرك الأفاتار.</translation>
    </message>
    <message>
        <source>The line to the avatar engine failed.</source>
        <translation>فشل الخط إلى محرك الأفاتار.</translation>
    </message>
    <message>
        <source>The line to the avatar engine is lost.</source>
        <translation>انقطع الخط إلى محرك الأفاتار.</translation>
    </message>
    <message>
        <source>The microphone delivers nothing but digital silence.</source>
        <translation>لا يعطي الميكروفون سوى صمت رقمي.</translation>
    </message>
    <message>
        <source>The microphone does not hear you.</source>
        <translation>الميكروفون لا يسمعك.</translation>
    </message>
    <message>
        <source>The microphone hears you too quietly.</source>
        <translation>يسمعك الميكروفون بصوت منخفض جدًا.</translation>
    </message>
    <message>
        <source>The microphone is muted in the system.</source>
        <translation>الميكروفون مكتوم في النظام.</translation>
    </message>
    <message>
        <source>The microphone is too loud, which distorts your voice.</source>
        <translation>الميكروفون مرتفع جدًا، وهذا يشوّه صوتك.</translation>
    </message>
    <message>
        <source>The persona could not be told to speak.</source>
        <translation>تعذّر أن يُطلب من الشخصية الكلام.</translation>
    </message>
    <message>
        <source>The persona was not told to speak: the engine answered {status_code}.</source>
        <translation>لم يُطلب من الشخصية الكلام: أجاب المحرك {status_code}.</translation>
    </message>
    <message>
        <source>The persona&apos;s ID is missing or too long.</source>
        <translation>معرّف الشخصية ناقص أو طويل جدًا.</translation>
    </message>
    <message>
        <source>The persona&apos;s pictures cannot be recorded.</source>
        <translation>لا يمكن تسجيل صور الشخصية.</translation>
    </message>
    <message>
        <source>The picture and sound of the avatar stopped.</source>
        <translation>توقفت صورة الأفاتار وصوته.</translation>
    </message>
    <message>
        <source>The picture is {width1}×{height1} now and was {width2}×{height2}.</source>
        <translation>الصورة الآن {width1}×{height1} وكانت {width2}×{height2}.</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <translation>الصورة متوقفة.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>تعذّر الوصول إلى الخادم الوكيل.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>رفض الخادم الوكيل الاتصال.</translation>
    </message>
    <message>
        <source>The recording cannot be written.</source>
        <translation>لا يمكن كتابة التسجيل.</translation>
    </message>
    <message>
        <source>The recording cannot be written: {why}.</source>
        <translation>لا يمكن كتابة التسجيل: {why}.</translation>
    </message>
    <message>
        <source>The recording could not be made an MP4 file.</source>
        <translation>تعذّر تحويل التسجيل إلى ملف MP4.</translation>
    </message>
    <message>
        <source>The relay refused this session&apos;s credentials, and there is no direct way.</source>
        <translation>رفض خادم الترحيل بيانات اعتماد هذه الجلسة، ولا يوجد طريق مباشر.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not trusted, and there is no direct way.</source>
        <translation>شهادة خادم الترحيل غير موثوق بها، ولا يوجد طريق مباشر.</translation>
    </message>
    <message>
        <source>The session could not be saved as “{name}”: {why}.</source>
        <translation>تعذّر حفظ الجلسة باسم «{name}»: {why}.</translation>
    </message>
    <message>
        <source>The session ends after {seconds} s.</source>
        <translation>تنتهي الجلسة بعد {seconds} ث.</translation>
    </message>
    <message>
        <source>The session was over after {lasted} s.</source>
        <translation>انتهت الجلسة بعد {lasted} ث.</translation>
    </message>
    <message>
        <source>The setting {name} is wrong: {sentence}.</source>
        <translation>الإعداد {name} خاطئ: {sentence}.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {strerror}.</source>
        <translation>تعذّرت قراءة ملف الإعدادات {file}: {strerror}.</translation>
    </message>
    <message>
        <source>The settings file {file} is not TOML: {error}.</source>
        <translation>ملف الإعدادات {file} ليس بصيغة TOML: {error}.</translation>
    </message>
    <message>
        <source>The sound device could not be opened.</source>
        <translation>تعذّر فتح جهاز الصوت.</translation>
    </message>
    <message>
        <source>The sound devices cannot be used ({why}).</source>
        <translation>تعذّر استخدام أجهزة الصوت ({why}).</translation>
    </message>
    <message>
        <source>The sound server cannot be asked.</source>
        <translation>تعذّر سؤال خادم الصوت.</translation>
    </message>
    <message>
        <source>The system has muted what this program records.</source>
        <translation>كتم النظام ما يسجّله هذا البرنامج.</translation>
    </message>
    <message>
        <source>The system records “{name}”, which is no microphone.</source>
        <translation>يسجّل النظام «{name}»، وهو ليس ميكروفونًا.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the token up.</source>
        <translation>لا يعطي مخزن مفاتيح النظام رمز الوصول.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is of an unknown kind.</source>
        <translation>الخادم الوكيل للنظام من نوع غير معروف.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in the system&apos;s keyring.</source>
        <translation>رمز {broker} محفوظ في مخزن مفاتيح النظام.</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in {tokens_file}, which only you can read: no keyring took it.</source>
        <translation>رمز {broker} محفوظ في {tokens_file}، الذي لا يقرؤه سواك: لم يقبله أي مخزن مفاتيح.</translation>
    </message>
    <message>
        <source>The {what} “{name}” is not there, so the system&apos;s default is used.</source>
        <translation>{what} «{name}» غير موجود، لذلك يُستخدم افتراضي النظام.</translation>
    </message>
    <message>
        <source>The {which} could not be opened.</source>
        <translation>تعذّر فتح {which}.</translation>
    </message>
    <message>
        <source>The {which} could not be opened: its driver failed ({why}).</source>
        <translation>تعذّر فتح {which}: تعطّل برنامج تشغيله ({why}).</translation>
    </message>
    <message>
        <source>The {which} is in use.</source>
        <translation>{which} قيد الاستخدام.</translation>
    </message>
    <message>
        <source>The {word} “{name}” is not there.</source>
        <translation>{word} «{name}» غير موجود.</translation>
    </message>
    <message>
        <source>There is no PulseAudio and no PipeWire.</source>
        <translation>لا يوجد PulseAudio ولا PipeWire.</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>لا توجد جلسة بعد.</translation>
    </message>
    <message>
        <source>They were sent, and the network did not bring them.</source>
        <translation>أُرسلت ولم توصلها الشبكة.</translation>
    </message>
    <message>
        <source>This broker has no gateway.</source>
        <translation>ليس لهذا الوسيط بوابة.</translation>
    </message>
    <message>
        <source>This network lets no UDP through, and no relay can be reached.</source>
        <translation>لا تسمح هذه الشبكة بمرور UDP، وتعذّر الوصول إلى أي خادم ترحيل.</translation>
    </message>
    <message>
        <source>This program may not use the microphone.</source>
        <translation>لا يحق لهذا البرنامج استخدام الميكروفون.</translation>
    </message>
    <message>
        <source>This program may not use the {which}.</source>
        <translation>لا يحق لهذا البرنامج استخدام {which}.</translation>
    </message>
    <message>
        <source>This session is in another service&apos;s room, which cannot be joined here.</source>
        <translation>هذه الجلسة في غرفة خدمة أخرى، ولا يمكن الانضمام إليها من هنا.</translation>
    </message>
    <message>
        <source>This session may only go through a relay, and none can be reached.</source>
        <translation>لا يجوز أن تمر هذه الجلسة إلا عبر خادم ترحيل، وتعذّر الوصول إلى أي منها.</translation>
    </message>
    <message>
        <source>Too much is waiting to be said.</source>
        <translation>هناك الكثير مما ينتظر أن يُقال.</translation>
    </message>
    <message>
        <source>Too much is waiting to be spoken.</source>
        <translation>هناك الكثير مما ينتظر أن يُنطق.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>حاول مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, ask the broker&apos;s operator.</source>
        <translation>حاول مرة أخرى بعد لحظة؛ وإن استمر ذلك فاسأل مشغّل الوسيط.</translation>
    </message>
    <message>
        <source>Try again in {value}, or raise the limit with the avatar service.</source>
        <translation>حاول مرة أخرى بعد {value}، أو ارفع الحد لدى خدمة الأفاتار.</translation>
    </message>
    <message>
        <source>Try again in {value}.</source>
        <translation>حاول مرة أخرى بعد {value}.</translation>
    </message>
    <message>
        <source>Try again in {value}; if it goes on, ask the broker&apos;s operator.</source>
        <translation>حاول مرة أخرى بعد {value}؛ وإن استمر ذلك فاسأل مشغّل الوسيط.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask the avatar service&apos;s operator.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك فاسأل مشغّل خدمة الأفاتار.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask your network&apos;s operator what drops large UDP packets.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك فاسأل مشغّل شبكتك عما يُسقط حزم UDP الكبيرة.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, run persona-viewer doctor on this network.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك فشغّل persona-viewer doctor في هذه الشبكة.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar engine or its TURN server has a fault.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك ففي محرك الأفاتار أو خادم TURN التابع له خلل.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar service has a fault.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك ففي خدمة الأفاتار خلل.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the broker&apos;s log says more.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك ففي سجلّ الوسيط تفاصيل أكثر.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the engine speaks a version or codec that this viewer does not.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك فالمحرك يستخدم إصدارًا أو ترميزًا لا يعرفه هذا البرنامج.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, look at the log (--log-level info).</source>
        <translation>حاول مرة أخرى؛ وإن تكرر ذلك فانظر في السجلّ (‎--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with what the log says (--log-level info).</source>
        <translation>حاول مرة أخرى؛ وإن تكرر ذلك فأبلغ عنه مع ما يقوله السجلّ (‎--log-level info).</translation>
    </message>
    <message>
        <source>Try again; if it stays silent, restart the broker.</source>
        <translation>حاول مرة أخرى؛ وإن ظل صامتًا فأعد تشغيل الوسيط.</translation>
    </message>
    <message>
        <source>Try another persona, or ask the broker&apos;s operator to mend what the service names.</source>
        <translation>جرّب شخصية أخرى، أو اطلب من مشغّل الوسيط إصلاح ما تذكره الخدمة.</translation>
    </message>
    <message>
        <source>Try another persona; if it goes on, the avatar service has a fault.</source>
        <translation>جرّب شخصية أخرى؛ وإن استمر ذلك ففي خدمة الأفاتار خلل.</translation>
    </message>
    <message>
        <source>Turn it up in the system&apos;s sound settings.</source>
        <translation>ارفعه في إعدادات الصوت في النظام.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.</source>
        <translation>افتح قفله وحاول مرة أخرى، أو احذف «{broker}» من «{SERVICE}» ببرنامجه الخاص.</translation>
    </message>
    <message>
        <source>Unmute Persona Viewer among the recordings in the system&apos;s sound settings.</source>
        <translation>ألغِ كتم Persona Viewer بين التسجيلات في إعدادات الصوت في النظام.</translation>
    </message>
    <message>
        <source>Unmute it in the system&apos;s sound settings, or with the key on the keyboard or headset.</source>
        <translation>ألغِ كتمه في إعدادات الصوت في النظام، أو بالمفتاح في لوحة المفاتيح أو سماعة الرأس.</translation>
    </message>
    <message>
        <source>Unmute yourself with the microphone button.</source>
        <translation>ألغِ الكتم بزر الميكروفون.</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <translation>حدِّث هذا البرنامج.</translation>
    </message>
    <message>
        <source>Wait a moment, then say it again in shorter parts.</source>
        <translation>انتظر لحظة، ثم قله مرة أخرى على أجزاء أقصر.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>انتظر لحظة.</translation>
    </message>
    <message>
        <source>Wait for the connection.</source>
        <translation>انتظر الاتصال.</translation>
    </message>
    <message>
        <source>Wait until it is.</source>
        <translation>انتظر حتى يُفتح.</translation>
    </message>
    <message>
        <source>Wait until the limit is renewed, or raise it with the avatar service.</source>
        <translation>انتظر حتى يُجدَّد الحد، أو ارفعه لدى خدمة الأفاتار.</translation>
    </message>
    <message>
        <source>Wait until the persona is there.</source>
        <translation>انتظر حتى تحضر الشخصية.</translation>
    </message>
    <message>
        <source>Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off.</source>
        <translation>انتظر حتى يصمت الأفاتار ثم تكلم؛ ومع سماعات الرأس أوقف إلغاء الصدى.</translation>
    </message>
    <message>
        <source>What {source} holds is not a token.</source>
        <translation>ما يحويه {source} ليس رمز وصول.</translation>
    </message>
    <message>
        <source>With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>مع سماعات الرأس هذا صحيح. وإلا فارفع الصوت، أو اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>You are speaking, but your microphone is off.</source>
        <translation>أنت تتكلم، لكن ميكروفونك متوقف.</translation>
    </message>
    <message>
        <source>Your microphone has not heard you for a while.</source>
        <translation>لم يسمعك ميكروفونك منذ مدة.</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>يسمع ميكروفونك مكبر الصوت جيدًا؛ وسيُستخدم إلغاء الصدى.</translation>
    </message>
    <message>
        <source>and keep it: persona-viewer token set --broker {broker}</source>
        <translation>واحتفظ به: persona-viewer token set --broker {broker}</translation>
    </message>
    <message>
        <source>and put it into {VARIABLE}</source>
        <translation>وضعه في {VARIABLE}</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>تتعذّر الكتابة فيه</translation>
    </message>
    <message>
        <source>holds no certificate that can be read</source>
        <translation>لا يحوي شهادة تمكن قراءتها</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>ليس مجلدًا</translation>
    </message>
    <message>
        <source>it answers with a web page ({status})</source>
        <translation>يجيب بصفحة ويب ({status})</translation>
    </message>
    <message>
        <source>it answers with nothing ({status})</source>
        <translation>يجيب بلا شيء ({status})</translation>
    </message>
    <message>
        <source>it answers {status}</source>
        <translation>يجيب {status}</translation>
    </message>
    <message>
        <source>it has to be a JSON object</source>
        <translation>يجب أن يكون كائن JSON</translation>
    </message>
    <message>
        <source>it has to be a URL like http://host:port or https://host/path</source>
        <translation>يجب أن يكون عنوانًا مثل http://host:port أو https://host/path</translation>
    </message>
    <message>
        <source>it holds a user name or a password; leave them out, and keep the broker&apos;s token with persona-viewer token set --broker URL</source>
        <translation>يحوي اسم مستخدم أو كلمة مرور؛ احذفهما واحتفظ برمز الوسيط بالأمر persona-viewer token set --broker URL</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>{mend}, or unset {name}.</source>
        <translation>{mend}، أو ألغِ {name}.</translation>
    </message>
    <message>
        <source>{name} names {place}, which {fault}{why}.</source>
        <translation>يشير {name} إلى {place}، وهو {fault}{why}.</translation>
    </message>
    <message>
        <source>{sequence} would be typed; add Ctrl or Alt, or take a key like F5</source>
        <translation>{sequence} يُكتب؛ أضف Ctrl أو Alt، أو خذ مفتاحًا مثل F5</translation>
    </message>
    <message>
        <source>{which} is muted in the system.</source>
        <translation>{which} مكتوم في النظام.</translation>
    </message>
    <message>
        <source>{which} is turned down to {percent} % in the system.</source>
        <translation>{which} مخفوض إلى {percent}٪ في النظام.</translation>
    </message>
    <message>
        <source>{word} of this computer</source>
        <translation>{word} في هذا الحاسوب</translation>
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
        <translation>اطلب من مشغّل الوسيط رمزًا، وأدخله هنا.</translation>
    </message>
    <message>
        <source>Keeping the token …</source>
        <translation>جارٍ الاحتفاظ بالرمز…</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Heard in all windows during a talk, while push to talk is on</source>
        <translation>يعمل في كل النوافذ أثناء المحادثة، عندما يكون «اضغط للتحدث» مفعّلًا</translation>
    </message>
    <message>
        <source>That key is needed for typing and moving. Hold Ctrl or Alt with it.</source>
        <translation>هذا المفتاح لازم للكتابة والتنقل. اضغط معه Ctrl أو Alt.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close {panel}</source>
        <translation>إغلاق {panel}</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Back to the window</source>
        <translation>العودة إلى النافذة</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>إنهاء المحادثة</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>كتم الميكروفون</translation>
    </message>
    <message>
        <source>Persona Viewer, small window</source>
        <translation>Persona Viewer، نافذة صغيرة</translation>
    </message>
</context>
<context>
    <name>SnippetBar</name>
    <message>
        <source>Keep snippets on this computer, in the settings file</source>
        <translation>الاحتفاظ بالمقتطفات على هذا الحاسوب، في ملف الإعدادات</translation>
    </message>
    <message>
        <source>Keep this form as a snippet</source>
        <translation>حفظ هذا النموذج كمقتطف</translation>
    </message>
    <message>
        <source>Keep this form as…</source>
        <translation>حفظ هذا النموذج باسم…</translation>
    </message>
    <message>
        <source>Name of a snippet</source>
        <translation>اسم مقتطف</translation>
    </message>
    <message>
        <source>Remove the snippet</source>
        <translation>إزالة المقتطف</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>المقتطفات</translation>
    </message>
</context>
<context>
    <name>SoundForm</name>
    <message>
        <source>16-bit PCM, at best 24 kHz and one channel</source>
        <translation>‏PCM بدقة 16 بت، ويفضل 24 كيلوهرتز وقناة واحدة</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>اختر ملفًا أولًا.</translation>
    </message>
    <message>
        <source>It has to be 16-bit PCM of 8 to 192 kHz: convert it first.</source>
        <translation>يجب أن يكون PCM بدقة 16 بت من 8 إلى 192 كيلوهرتز: حوّله أولًا.</translation>
    </message>
    <message>
        <source>It may take {minutes} minutes at most: cut it first.</source>
        <translation>أقصى مدة {minutes} دقائق: اقتطعه أولًا.</translation>
    </message>
    <message>
        <source>It takes {seconds} s.</source>
        <translation>مدته {seconds} ث.</translation>
    </message>
    <message>
        <source>Let the avatar speak what the microphone hears</source>
        <translation>جعل الأفاتار ينطق بما يسمعه الميكروفون</translation>
    </message>
    <message>
        <source>That file cannot be read: choose another one.</source>
        <translation>تتعذر قراءة هذا الملف: اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>That is no WAV file of PCM: convert it first.</source>
        <translation>هذا ليس ملف WAV بصيغة PCM: حوّله أولًا.</translation>
    </message>
    <message>
        <source>The file is being read; try again in a moment.</source>
        <translation>يُقرأ الملف الآن؛ حاول بعد لحظة.</translation>
    </message>
    <message>
        <source>There is no sound in that file.</source>
        <translation>لا يوجد صوت في هذا الملف.</translation>
    </message>
    <message>
        <source>WAV file</source>
        <translation>ملف WAV</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Asking {name} who is there …</source>
        <translation>جارٍ سؤال {name} عمن هناك…</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>فحص الميكروفون ومكبر الصوت</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>عرض تجريبي</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>The demo did not start.</source>
        <translation>لم يبدأ العرض التجريبي.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, start it in a terminal: persona-viewer demo.</source>
        <translation>حاول مرة أخرى؛ وإن استمر ذلك فابدأه في الطرفية: persona-viewer demo.</translation>
    </message>
    <message>
        <source>{name} names no personas. Call one by its ID.</source>
        <translation>لا يسمي {name} أي شخصية. اتصل بواحدة بمعرّفها.</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>State: {words}</source>
        <translation>الحالة: {words}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Speak, or touch the screen.</source>
        <translation>تكلّم أو المس الشاشة.</translation>
    </message>
</context>
<context>
    <name>StreamForm</name>
    <message>
        <source>Give the stream a name.</source>
        <translation>أعطِ التدفق اسمًا.</translation>
    </message>
    <message>
        <source>It is the last piece</source>
        <translation>هذا هو الجزء الأخير</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>التدفق</translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلام</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>اكتب شيئًا أولًا.</translation>
    </message>
    <message>
        <source>none, or a UUID</source>
        <translation>لا شيء، أو UUID</translation>
    </message>
</context>
<context>
    <name>TalkAnywhere</name>
    <message>
        <source>Another program uses {keys}, so it cannot be your key to talk from any window. Choose another key.</source>
        <translation>يستخدم برنامج آخر {keys}، لذا لا يمكن أن يكون مفتاحك للتحدث من أي نافذة. اختر مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>On this system no key is heard in other windows. Use the window&apos;s own key to talk.</source>
        <translation>على هذا النظام لا يعمل أي مفتاح في النوافذ الأخرى. تحدّث بمفتاح النافذة نفسها.</translation>
    </message>
    <message>
        <source>The desktop took back the key to talk from any window. It is asked again at the next talk.</source>
        <translation>استعاد سطح المكتب مفتاح التحدث من أي نافذة. سيُسأل مرة أخرى في المحادثة التالية.</translation>
    </message>
    <message>
        <source>This desktop gives keys for all windows only to programs in its menu. Install persona-viewer.desktop.</source>
        <translation>لا يمنح سطح المكتب هذا مفاتيح لكل النوافذ إلا للبرامج الموجودة في قائمته. ثبّت persona-viewer.desktop.</translation>
    </message>
    <message>
        <source>This desktop gives programs no key that is heard in all windows. Use the window&apos;s own key to talk.</source>
        <translation>لا يمنح سطح المكتب هذا البرامج مفتاحًا يعمل في كل النوافذ. تحدّث بمفتاح النافذة نفسها.</translation>
    </message>
    <message>
        <source>This keyboard has no {keys}, your key to talk from any window. Choose another key.</source>
        <translation>لا يوجد {keys} في لوحة المفاتيح هذه، وهو مفتاحك للتحدث من أي نافذة. اختر مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>Your desktop asks you about this key when a talk begins, and may choose another one.</source>
        <translation>يسألك سطح المكتب عن هذا المفتاح عند بدء محادثة، وقد يختار مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>Your desktop gave no key to talk from any window. It is asked again at the next talk.</source>
        <translation>لم يمنح سطح المكتب مفتاحًا للتحدث من أي نافذة. سيُسأل مرة أخرى في المحادثة التالية.</translation>
    </message>
    <message>
        <source>Your desktop has no key for this. Choose one in the desktop&apos;s settings.</source>
        <translation>لا يملك سطح المكتب مفتاحًا لهذا. اختر واحدًا في إعدادات سطح المكتب.</translation>
    </message>
    <message>
        <source>Your desktop uses {keys} for this. You can change it in the desktop&apos;s settings.</source>
        <translation>يستخدم سطح المكتب {keys} لهذا. يمكنك تغييره في إعدادات سطح المكتب.</translation>
    </message>
</context>
<context>
    <name>TalkManners</name>
    <message>
        <source>The talk with {name} is over</source>
        <translation>انتهت المحادثة مع {name}</translation>
    </message>
    <message>
        <source>{name} is waiting for you</source>
        <translation>{name} بانتظارك</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>The talk ends in {time}.</source>
        <translation>تنتهي المحادثة خلال {time}.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>بقي {minutes} د</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>بقي {minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln line(s) found.</source>
        <translation>
            <numerusform>لم يُعثر على أي سطر (%Ln).</numerusform>
            <numerusform>عُثر على سطر واحد (%Ln).</numerusform>
            <numerusform>عُثر على سطرين (%Ln).</numerusform>
            <numerusform>عُثر على %Ln أسطر.</numerusform>
            <numerusform>عُثر على %Ln سطرًا.</numerusform>
            <numerusform>عُثر على %Ln سطر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>قناة البيانات</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Figures and heartbeats</source>
        <translation>الأرقام والنبضات</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>متابعة الأحدث</translation>
    </message>
    <message>
        <source>Offer and answer</source>
        <translation>العرض والجواب</translation>
    </message>
    <message>
        <source>Save as rtcstats…</source>
        <translation>حفظ بتنسيق rtcstats…</translation>
    </message>
    <message>
        <source>Save for webrtc-internals viewers…</source>
        <translation>حفظ لعارضات webrtc-internals…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>حفظ الجلسة</translation>
    </message>
    <message>
        <source>Save with addresses</source>
        <translation>حفظ مع العناوين</translation>
    </message>
    <message>
        <source>Save, addresses masked</source>
        <translation>حفظ مع إخفاء العناوين</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>البحث في الخط الزمني</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>الإشارات</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>لا شيء للحفظ بعد.</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>الأفكار</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
</context>
<context>
    <name>ToolForm</name>
    <message>
        <source>Answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <source>Answer tools by hand: nothing else answers them then</source>
        <translation>الرد على الأدوات يدويًا: عندئذ لا يرد عليها شيء آخر</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>الاستدعاء</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>It is called with {arguments}</source>
        <translation>استُدعيت مع {arguments}</translation>
    </message>
    <message>
        <source>JSON, or words</source>
        <translation>JSON أو كلام</translation>
    </message>
    <message>
        <source>No call awaits an answer</source>
        <translation>لا يوجد استدعاء ينتظر ردًا</translation>
    </message>
    <message>
        <source>No call awaits an answer.</source>
        <translation>لا يوجد استدعاء ينتظر ردًا.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>نتيجة</translation>
    </message>
    <message>
        <source>The last call failed: {why}</source>
        <translation>فشل آخر استدعاء: {why}</translation>
    </message>
    <message>
        <source>Write what went wrong.</source>
        <translation>اكتب ما الخطأ الذي حدث.</translation>
    </message>
</context>
<context>
    <name>TouchBar</name>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>أعد القول</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>لا أسطر سابقة محذوفة (%n).</numerusform>
            <numerusform>سطر سابق واحد (%n) لم يُحتفظ به.</numerusform>
            <numerusform>سطران سابقان (%n) لم يُحتفظ بهما.</numerusform>
            <numerusform>%n أسطر سابقة لم يُحتفظ بها.</numerusform>
            <numerusform>%n سطرًا سابقًا لم يُحتفظ به.</numerusform>
            <numerusform>%n سطر سابق لم يُحتفظ به.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>لا جديد (%n)</numerusform>
            <numerusform>سطر جديد (%n)</numerusform>
            <numerusform>سطران جديدان (%n)</numerusform>
            <numerusform>%n أسطر جديدة</numerusform>
            <numerusform>%n سطرًا جديدًا</numerusform>
            <numerusform>%n سطر جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is copied.</source>
        <translation>تم نسخ الكل.</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>الأفاتار</translation>
    </message>
    <message>
        <source>Clear the transcript</source>
        <translation>مسح النص</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>تم النسخ.</translation>
    </message>
    <message>
        <source>Copy what is selected, or all</source>
        <translation>نسخ المحدد، أو الكل</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>تصدير النص</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>الانتقال إلى أحدث سطر</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>The transcript is cleared.</source>
        <translation>تم مسح النص.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>مصحّح</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>مقاطَع</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>لم يُسلَّم</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>مكتوب</translation>
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
        <translation>ما قيل</translation>
    </message>
    <message>
        <source>What you and the avatar say appears here.</source>
        <translation>يظهر هنا ما تقوله أنت والأفاتار.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Leave the talk</source>
        <translation>مغادرة المحادثة</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>كتم الميكروفون</translation>
    </message>
    <message>
        <source>Persona Viewer: talking to {name}</source>
        <translation>Persona Viewer: محادثة مع {name}</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>إظهار النافذة</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>At</source>
        <translation>عند</translation>
    </message>
    <message>
        <source>First movement of the mouth: {p50} and {p95}.</source>
        <translation>أول حركة للفم: {p50} و{p95}.</translation>
    </message>
    <message>
        <source>First sound: half of them within {p50}, 95 % within {p95}. First word: {w50} and {w95}.</source>
        <translation>أول صوت: نصفها خلال {p50} و95 % خلال {p95}. أول كلمة: {w50} و{w95}.</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>الفم</translation>
    </message>
    <message>
        <source>Nobody has been answered yet.</source>
        <translation>لم يُجب أحد بعد.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Those places of the picture that change most while the persona is heard, and little while it is silent, are its mouth. It moves in the first picture in which they change far more than just before. Nothing is told until the mouth has been found, in the first seconds of speech.</source>
        <translation>مواضع الصورة التي تتغيّر أكثر من غيرها أثناء سماع الشخصية، وقليلًا أثناء صمتها، هي فمها. وهو يتحرّك في أول صورة تتغيّر فيها هذه المواضع أكثر بكثير مما قبلها مباشرة. ولا يُذكر شيء حتى يُعثر على الفم، في الثواني الأولى من الكلام.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>الكلمة</translation>
    </message>
    <message>
        <source>sent a text</source>
        <translation>أرسل نصًا</translation>
    </message>
    <message>
        <source>stopped speaking</source>
        <translation>توقف عن الكلام</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} م.ث</translation>
    </message>
</context>
<context>
    <name>VideoWidget</name>
    <message>
        <source>Avatar</source>
        <translation>الأفاتار</translation>
    </message>
</context>
<context>
    <name>VolumeButton</name>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Volume: {percent}</source>
        <translation>مستوى الصوت: {percent}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}٪</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Words</source>
        <translation>الكلام</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>اكتب شيئًا أولًا.</translation>
    </message>
</context>
</TS>
