<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A letter alone would be typed. Hold Ctrl, Alt or Shift and Ctrl with it.</source>
        <translation>文字だけでは入力になります。Ctrl、Alt、または Shift と Ctrl を同時に押してください。</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>実際のサイズ</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>常に手前に表示</translation>
    </message>
    <message>
        <source>Bring back what was cleared</source>
        <translation>消去したものを元に戻す</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>スピーカーを選択</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>マイクを選択</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>会話を終了</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>ウィンドウいっぱいに表示</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Have the message said word for word</source>
        <translation>メッセージを一字一句そのまま言わせる</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>マイクをミュート</translation>
    </message>
    <message>
        <source>Other programs need that key. Hold Ctrl, Alt or Meta with it, or take one like F9.</source>
        <translation>そのキーはほかのプログラムで必要です。Ctrl、Alt、Meta のいずれかを同時に押すか、F9 のようなキーを選んでください。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>プッシュトゥトーク</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>小さく</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Record the talk</source>
        <translation>会話を録画</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>映像全体を表示</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>小さなウィンドウ</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech</source>
        <translation>アバターの発話を止める</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech, or leave full screen</source>
        <translation>アバターの発話を止める、または全画面表示を終了</translation>
    </message>
    <message>
        <source>Talk from any window, while it is held</source>
        <translation>押している間、どのウィンドウからでも話す</translation>
    </message>
    <message>
        <source>Talk, while it is held</source>
        <translation>押している間、話す</translation>
    </message>
    <message>
        <source>That is no key that this computer knows. Press another one.</source>
        <translation>このコンピューターが知らないキーです。別のキーを押してください。</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>会話記録</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>メッセージを書く</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>“{action}” has that key already. Press another one.</source>
        <translation>そのキーはすでに「{action}」に割り当てられています。別のキーを押してください。</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Connected again.</source>
        <translation>再び接続しました。</translation>
    </message>
    <message>
        <source>Connected. You can talk now.</source>
        <translation>接続しました。お話しください。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>Microphone muted</source>
        <translation>マイクをミュートしました</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>マイクをオンにしました</translation>
    </message>
    <message>
        <source>The avatar is back.</source>
        <translation>アバターが戻りました。</translation>
    </message>
    <message>
        <source>The talk is over.</source>
        <translation>会話が終わりました。</translation>
    </message>
</context>
<context>
    <name>BrokerCheck</name>
    <message>
        <source>A web page answers there. If this is your broker, go on; else check the URL.</source>
        <translation>そこではウェブページが応答しています。お使いのブローカーであれば続け、そうでなければ URL を確認してください。</translation>
    </message>
    <message>
        <source>It is there, and wants a token, which you can enter when you have added it.</source>
        <translation>見つかりました。トークンが必要です。追加した後に入力できます。</translation>
    </message>
    <message>
        <source>It is there, but its certificate is not trusted.</source>
        <translation>見つかりましたが、証明書が信頼されていません。</translation>
    </message>
    <message>
        <source>It is there. Personas: {count}.</source>
        <translation>見つかりました。ペルソナ: {count}。</translation>
    </message>
    <message>
        <source>Looking at {url} …</source>
        <translation>{url} を確認しています…</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the URL and your network.</source>
        <translation>応答がありません。URL とネットワークを確認してください。</translation>
    </message>
    <message>
        <source>Somebody answers there and names no personas: you call them by their ID.</source>
        <translation>応答はありますが、ペルソナの一覧がありません。ID で呼び出してください。</translation>
    </message>
    <message>
        <source>Somebody answers there, but that is not a broker.</source>
        <translation>応答はありますが、ブローカーではありません。</translation>
    </message>
    <message>
        <source>That is not a URL yet. It looks like https://broker.example.com.</source>
        <translation>まだ URL ではありません。https://broker.example.com のような形です。</translation>
    </message>
    <message>
        <source>The broker&apos;s operator knows its URL.</source>
        <translation>URL はブローカーの管理者が知っています。</translation>
    </message>
</context>
<context>
    <name>BrokerPanel</name>
    <message>
        <source>As you like to call it</source>
        <translation>お好きな呼び名</translation>
    </message>
    <message>
        <source>Broker URL</source>
        <translation>ブローカーの URL</translation>
    </message>
    <message>
        <source>Broker&apos;s name</source>
        <translation>ブローカーの名前</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Correct the broker&apos;s URL.</source>
        <translation>ブローカーの URL を修正してください。</translation>
    </message>
    <message>
        <source>Joe lives on this computer: no account, no network.</source>
        <translation>ジョーはこのコンピューターにいます。アカウントもネットワークも要りません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>デモと話す</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing.</source>
        <translation>ブローカーの URL がありません。</translation>
    </message>
    <message>
        <source>Type it in, then go on.</source>
        <translation>入力してから続けてください。</translation>
    </message>
    <message>
        <source>Use this broker</source>
        <translation>このブローカーを使う</translation>
    </message>
    <message>
        <source>Your broker&apos;s URL</source>
        <translation>ブローカーの URL</translation>
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
        <translation>字幕</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>枠</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>字幕なし</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>特大</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Call {name}</source>
        <translation>{name} を呼び出す</translation>
    </message>
    <message>
        <source>Forget that I called {name}</source>
        <translation>{name} を呼び出したことを忘れる</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>recently</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>A little quiet. Come closer, or turn the microphone up.</source>
        <translation>少し小さめです。近づくか、マイクの音量を上げてください。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>How loud you are</source>
        <translation>声の大きさ</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>聞いています…</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Microphone check</source>
        <translation>マイクの確認</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone. With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>テスト音がマイクに届きませんでした。ヘッドホンの場合はそれで正常です。それ以外の場合は、音量を上げるか、別のデバイスを選んでください。</translation>
    </message>
    <message>
        <source>Play a test sound</source>
        <translation>テスト音を鳴らす</translation>
    </message>
    <message>
        <source>Playing it back…</source>
        <translation>再生しています…</translation>
    </message>
    <message>
        <source>Plays two short tones and listens whether your microphone hears them.</source>
        <translation>短い音を二つ鳴らし、マイクに聞こえるか確かめます。</translation>
    </message>
    <message>
        <source>Record 3 seconds</source>
        <translation>3 秒間録音する</translation>
    </message>
    <message>
        <source>Say something: the bar moves while you speak.</source>
        <translation>何か話してください。話している間、バーが動きます。</translation>
    </message>
    <message numerus="yes">
        <source>Speak… %n</source>
        <comment>seconds left</comment>
        <translation>
            <numerusform>お話しください… %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the test sound</source>
        <translation>テスト音を止める</translation>
    </message>
    <message>
        <source>Test the echo</source>
        <translation>エコーをテスト</translation>
    </message>
    <message>
        <source>Too loud. Turn the microphone down, or move away from it.</source>
        <translation>大きすぎます。マイクの音量を下げるか、離れてください。</translation>
    </message>
    <message>
        <source>What the microphone hears of the loudspeaker</source>
        <translation>スピーカーからマイクに聞こえる音</translation>
    </message>
    <message>
        <source>You are heard well.</source>
        <translation>よく聞こえています。</translation>
    </message>
    <message>
        <source>You will hear two short tones. Keep quiet for a moment.</source>
        <translation>短い音が二つ鳴ります。しばらく静かにしてください。</translation>
    </message>
    <message>
        <source>Your call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Your call goes on. You are not heard in it until you close this check.</source>
        <translation>通話は続いています。この確認を閉じるまで、あなたの声は届きません。</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>マイクにスピーカーの音がよく聞こえます。エコー除去が使われます。</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Have it said word for word</source>
        <translation>一字一句そのまま言わせる</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>マイクの設定</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>送信 (Enter)</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>メッセージを送信</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>発話を止める</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>会話記録</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>A report on this computer names the place in the program, and nothing that was said. It helps whoever mends it.</source>
        <translation>このコンピューターにある報告には、プログラムの箇所だけが記され、会話の内容は含まれません。修正の助けになります。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>報告をコピー</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Persona Viewer ended unexpectedly last time.</source>
        <translation>Persona Viewer は前回、予期せず終了しました。</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>ファイルを表示</translation>
    </message>
    <message>
        <source>Something in Persona Viewer failed last time.</source>
        <translation>前回、Persona Viewer で問題が発生しました。</translation>
    </message>
</context>
<context>
    <name>CueForm</name>
    <message>
        <source>At once</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <source>At so many milliseconds of its speech</source>
        <translation>話の中のこの数のミリ秒の時点</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>合図</translation>
    </message>
    <message>
        <source>In so many milliseconds</source>
        <translation>この数のミリ秒後</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>ミリ秒</translation>
    </message>
    <message>
        <source>When</source>
        <translation>いつ</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Starting the demo on this computer …</source>
        <translation>このコンピューターでデモを開始しています…</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Session description</source>
        <translation>セッション記述</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>スピーカーを選択</translation>
    </message>
    <message>
        <source>Choose the microphone</source>
        <translation>マイクを選択</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>スピーカーなし</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>マイクなし</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>システムの既定</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (接続されていません)</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>processor, since the graphics driver failed</source>
        <translation>プロセッサー（グラフィックドライバーの失敗のため）</translation>
    </message>
    <message>
        <source>processor, since the graphics driver hung</source>
        <translation>プロセッサー（グラフィックドライバーの無応答のため）</translation>
    </message>
    <message>
        <source>processor, since the graphics processor was lost</source>
        <translation>プロセッサー（グラフィックプロセッサーが失われたため）</translation>
    </message>
    <message>
        <source>processor, since there is no graphics processor</source>
        <translation>プロセッサー（グラフィックプロセッサーがないため）</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>Call now</source>
        <translation>今すぐ呼び出す</translation>
    </message>
    <message>
        <source>Calling again in {seconds} s …</source>
        <translation>{seconds} 秒後にもう一度呼び出します…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keep token</source>
        <translation>トークンを保存</translation>
    </message>
    <message>
        <source>The token that the broker&apos;s operator gave you</source>
        <translation>ブローカーの管理者から受け取ったトークン</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>FaultsTab</name>
    <message>
        <source>Back to normal</source>
        <translation>通常に戻す</translation>
    </message>
    <message>
        <source>Cut the WebSocket</source>
        <translation>WebSocket を切断</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Let the session expire</source>
        <translation>セッションを期限切れにする</translation>
    </message>
    <message>
        <source>Lose so much of the media that arrives</source>
        <translation>届くメディアのこの割合を失う</translation>
    </message>
    <message>
        <source>Nothing is broken on purpose any more.</source>
        <translation>わざと起こした障害はもうありません。</translation>
    </message>
    <message>
        <source>Percent of the packets</source>
        <translation>パケットの割合 (％)</translation>
    </message>
    <message>
        <source>Stall the media: nothing arrives</source>
        <translation>メディアを止める: 何も届きません</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>セッションがありません。先に接続してください。</translation>
    </message>
    <message>
        <source>They are real to everything else; the timeline shows what follows.</source>
        <translation>ほかのすべてにとっては本物です。その後のことはタイムラインに表示されます。</translation>
    </message>
    <message>
        <source>Unplug the loudspeaker</source>
        <translation>スピーカーを抜く</translation>
    </message>
    <message>
        <source>Unplug the microphone</source>
        <translation>マイクを抜く</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Call</source>
        <translation>呼び出す</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation>「{name}」という名前の相手はいません。</translation>
    </message>
    <message>
        <source>Persona ID</source>
        <translation>ペルソナ ID</translation>
    </message>
    <message>
        <source>The ID your avatar service gave it</source>
        <translation>アバターサービスが割り当てた ID</translation>
    </message>
</context>
<context>
    <name>Graphs</name>
    <message>
        <source>Age of the picture</source>
        <translation>画像の古さ</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>再要求</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>ビットレート</translation>
    </message>
    <message>
        <source>Echo taken out</source>
        <translation>取り除いたエコー</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>ジッター</translation>
    </message>
    <message>
        <source>Latest event in a second</source>
        <translation>1 秒間で最も遅れたイベント</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>音の大きさ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>失われたパケット</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Picture after its sound</source>
        <translation>音声に対する映像の遅れ</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>毎秒の画像数</translation>
    </message>
    <message>
        <source>Processor, of a core</source>
        <translation>プロセッサー (1 コアに対して)</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Sound made up for losses</source>
        <translation>損失を補った音</translation>
    </message>
    <message>
        <source>Sound waits until it is heard</source>
        <translation>音が聞こえるまでの待ち時間</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Time between pictures</source>
        <translation>画像の間隔</translation>
    </message>
    <message>
        <source>Waits before the screen</source>
        <translation>画面までの待ち時間</translation>
    </message>
    <message>
        <source>Work for a picture</source>
        <translation>画像 1 枚の処理</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>デコード</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>デコード</translation>
    </message>
    <message>
        <source>for a key frame (PLI)</source>
        <translation>キーフレーム (PLI)</translation>
    </message>
    <message>
        <source>for its sound</source>
        <translation>音声を待つ</translation>
    </message>
    <message>
        <source>for packets</source>
        <translation>パケットを待つ</translation>
    </message>
    <message>
        <source>for packets (NACK)</source>
        <translation>パケット (NACK)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>network and media</source>
        <translation>ネットワークとメディア</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>received</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>ばらつき</translation>
    </message>
    <message>
        <source>the avatar</source>
        <translation>アバター</translation>
    </message>
    <message>
        <source>window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>you</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s ago</source>
        <translation>{minutes} 分 {seconds} 秒前</translation>
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
        <translation>毎秒 {number}</translation>
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
        <translation>{seconds} 秒前</translation>
    </message>
</context>
<context>
    <name>GraphsTab</name>
    <message>
        <source>Another time</source>
        <translation>別の長さ</translation>
    </message>
    <message>
        <source>How long back</source>
        <translation>さかのぼる長さ</translation>
    </message>
    <message>
        <source>In a graph plus and minus zoom, the arrow keys point, Page Up and Page Down move, P stands still, and Home goes on. So do the mouse, and its wheel with Ctrl.</source>
        <translation>グラフではプラスとマイナスで拡大と縮小、矢印キーで時点を指し、Page Up と Page Down で移動、P で停止、Home で再開します。マウスと、Ctrl を押しながらのホイールでもできます。</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>直近 10 分</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>直近 1 分</translation>
    </message>
    <message>
        <source>Nothing was measured yet: that begins with a session.</source>
        <translation>まだ何も測定されていません。測定はセッションとともに始まります。</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>The graphs are being loaded…</source>
        <translation>グラフを読み込んでいます…</translation>
    </message>
    <message>
        <source>The graphs could not be loaded. Install Persona Viewer again.</source>
        <translation>グラフを読み込めませんでした。Persona Viewer を再インストールしてください。</translation>
    </message>
    <message>
        <source>Which graphs</source>
        <translation>表示するグラフ</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Add a broker…</source>
        <translation>ブローカーを追加…</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>ブローカー</translation>
    </message>
    <message>
        <source>Broker: {name}</source>
        <translation>ブローカー: {name}</translation>
    </message>
    <message>
        <source>Call by ID</source>
        <translation>ID で呼び出す</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を消去</translation>
    </message>
    <message>
        <source>Forget whom I called here</source>
        <translation>ここで呼び出した相手を忘れる</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>ブローカーなし</translation>
    </message>
    <message>
        <source>Remove this broker</source>
        <translation>このブローカーを削除</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>名前で検索</translation>
    </message>
    <message>
        <source>Talk to the demo</source>
        <translation>デモと話す</translation>
    </message>
    <message>
        <source>Who would you like to talk to?</source>
        <translation>誰と話しますか?</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Back over the picture</source>
        <translation>映像の上に戻す</translation>
    </message>
    <message>
        <source>Close (F12)</source>
        <translation>閉じる (F12)</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>インスペクターを閉じる</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>別のウィンドウで開く</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>やり取り</translation>
    </message>
</context>
<context>
    <name>InterruptForm</name>
    <message>
        <source>Cuts the avatar&apos;s speech off.</source>
        <translation>アバターの話を中断します。</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>What is in it</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>New keys for {title}; Escape leaves them, Backspace takes them away</source>
        <translation>{title} の新しいキー。Escape で変更せず、Backspace で解除します</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Press to choose other keys</source>
        <translation>押して別のキーを選択</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Microphone level</source>
        <translation>マイクのレベル</translation>
    </message>
    <message>
        <source>too loud</source>
        <translation>大きすぎます</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>マイクのレベル</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>A link asks for this. Whoever runs {host} will hear your microphone.</source>
        <translation>リンクからの依頼です。{host} の運営者にマイクの音が聞こえます。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Connect to {host} and talk to {persona}?</source>
        <translation>{host} に接続して {persona} と話しますか?</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>The connection to {host} is not encrypted: others could listen.</source>
        <translation>{host} への接続は暗号化されていません。ほかの人に聞かれるおそれがあります。</translation>
    </message>
    <message>
        <source>Your present talk would end.</source>
        <translation>現在の会話は終了します。</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ask for a link without it. Keep a broker&apos;s token with “persona-viewer token set”.</source>
        <translation>それを含まないリンクを依頼してください。ブローカーのトークンは「persona-viewer token set」で保存してください。</translation>
    </message>
    <message>
        <source>Ask whoever gave it to you for a new one.</source>
        <translation>リンクをくれた人に新しいものを依頼してください。</translation>
    </message>
    <message>
        <source>The broker that the link names is not a URL like https://broker.example.com.</source>
        <translation>リンクが示すブローカーは https://broker.example.com のような URL ではありません。</translation>
    </message>
    <message>
        <source>The link asks for more than a broker and a persona.</source>
        <translation>リンクがブローカーとペルソナ以外のものを求めています。</translation>
    </message>
    <message>
        <source>The link cannot be understood.</source>
        <translation>リンクを解釈できません。</translation>
    </message>
    <message>
        <source>The link does not lead to a persona.</source>
        <translation>リンクの先にペルソナがありません。</translation>
    </message>
    <message>
        <source>The link does not name both a broker and a persona.</source>
        <translation>リンクにブローカーとペルソナの両方が示されていません。</translation>
    </message>
    <message>
        <source>The link holds signs that no link has.</source>
        <translation>リンクに使えない文字が含まれています。</translation>
    </message>
    <message>
        <source>The link holds what looks like a password or a token, so it was not followed.</source>
        <translation>リンクにパスワードまたはトークンらしきものが含まれるため、開きませんでした。</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>リンクが長すぎます。</translation>
    </message>
    <message>
        <source>The persona that the link names cannot be one.</source>
        <translation>リンクが示すペルソナは有効ではありません。</translation>
    </message>
</context>
<context>
    <name>LoudspeakerPopover</name>
    <message>
        <source>Loudspeaker settings</source>
        <translation>スピーカーの設定</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Correct the broker&apos;s URL, then connect.</source>
        <translation>ブローカーの URL を修正してから接続してください。</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>会話記録</translation>
    </message>
    <message>
        <source>Type it in, then connect.</source>
        <translation>入力してから接続してください。</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>About Persona Viewer</source>
        <translation>Persona Viewerについて</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>マイクとスピーカーを確認</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>診断情報をコピー</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Persona Viewer {version}</source>
        <translation>Persona Viewer {version}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Talk to realtime AI avatars. Made with Qt {version}, under the LGPL.</source>
        <translation>AIアバターとリアルタイムで会話します。Qt {version}（LGPL）を使用しています。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウインドウ</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>That would make {length} characters, and a message may have {most}. Nothing was put in: shorten it, or send it in parts.</source>
        <translation>{length} 文字になりますが、メッセージは {most} 文字までです。何も追加していません。短くするか、分けて送ってください。</translation>
    </message>
    <message>
        <source>Type a message…</source>
        <translation>メッセージを入力…</translation>
    </message>
    <message>
        <source>Your message has {length} characters, and {most} can be sent at once. Shorten it, or send it in parts.</source>
        <translation>メッセージは {length} 文字です。一度に送れるのは {most} 文字までです。短くするか、分けて送ってください。</translation>
    </message>
</context>
<context>
    <name>MicrophonePopover</name>
    <message>
        <source>Automatic gain</source>
        <translation>自動ゲイン</translation>
    </message>
    <message>
        <source>Brings speech to an even loudness</source>
        <translation>声の大きさをそろえます</translation>
    </message>
    <message>
        <source>Cannot run on this computer</source>
        <translation>このコンピューターでは動作しません</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>マイクとスピーカーを確認</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>エコー除去</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>半二重</translation>
    </message>
    <message>
        <source>Heard while Space or the button is held</source>
        <translation>スペースキーまたはボタンを押している間だけ聞こえます</translation>
    </message>
    <message>
        <source>Microphone settings</source>
        <translation>マイクの設定</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>ノイズ抑制</translation>
    </message>
    <message>
        <source>On for a moment, until the echo is known</source>
        <translation>エコーが把握できるまで、しばらくオン</translation>
    </message>
    <message>
        <source>On, in place of echo cancellation</source>
        <translation>エコー除去の代わりにオン</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>プッシュトゥトーク</translation>
    </message>
    <message>
        <source>Silent while the avatar speaks</source>
        <translation>アバターが話している間は無音にします</translation>
    </message>
    <message>
        <source>Takes fans and hum out</source>
        <translation>ファンやハム音を取り除きます</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out</source>
        <translation>アバターの声を取り除きます</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
</context>
<context>
    <name>MuteButton</name>
    <message>
        <source>Hold to talk</source>
        <translation>押している間、話せます</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>マイクをミュート</translation>
    </message>
    <message>
        <source>Unmute microphone</source>
        <translation>マイクのミュートを解除</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Goodbye, and thank you.</source>
        <translation>ありがとうございました。さようなら。</translation>
    </message>
    <message>
        <source>I am taking a break.</source>
        <translation>ただいま休憩中です。</translation>
    </message>
    <message>
        <source>I need a little rest.</source>
        <translation>少し休ませてください。</translation>
    </message>
    <message>
        <source>Just say something.</source>
        <translation>何でも話しかけてください。</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>少々お待ちください…</translation>
    </message>
    <message numerus="yes">
        <source>Please come again in %n minute(s).</source>
        <translation>
            <numerusform>%n 分後にまたお越しください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please come again later.</source>
        <translation>のちほどまたお越しください。</translation>
    </message>
    <message>
        <source>Please come again tomorrow.</source>
        <translation>また明日お越しください。</translation>
    </message>
    <message>
        <source>There is no connection to the network at the moment.</source>
        <translation>現在、ネットワークに接続できません。</translation>
    </message>
    <message>
        <source>This takes only a moment.</source>
        <translation>すぐに終わります。</translation>
    </message>
    <message>
        <source>Touch one of the questions.</source>
        <translation>質問のどれかに触れてください。</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>ただいまの時間は休業しております。</translation>
    </message>
    <message>
        <source>We open at {time}.</source>
        <translation>{time} に開きます。</translation>
    </message>
    <message>
        <source>We open on {day} at {time}.</source>
        <translation>{day} {time} に開きます。</translation>
    </message>
    <message>
        <source>We will be right back.</source>
        <translation>すぐに戻ります。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation>通知を閉じる</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
</context>
<context>
    <name>OnTop</name>
    <message>
        <source>On Wayland a program cannot keep its own window on top. Choose “Always on Top” in the window&apos;s own menu, which Alt+Space opens.</source>
        <translation>Wayland では、プログラムが自分のウィンドウを手前に保つことができません。Alt+Space で開くウィンドウのメニューから「常に手前に表示」を選んでください。</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>ビットレート</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>診断情報をコピー</translation>
    </message>
    <message>
        <source>Copy versions, settings, figures and the log, without secrets</source>
        <translation>バージョン、設定、数値、ログを、秘密を含めずにコピー</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>診断情報</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>ICE</source>
        <translation>ICE</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>最長の途切れ</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Packets lost</source>
        <translation>失われたパケット</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>シグナリング</translation>
    </message>
    <message>
        <source>What is wrong: {findings}</source>
        <translation>問題点: {findings}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>automatic gain</source>
        <translation>自動ゲイン</translation>
    </message>
    <message>
        <source>echo cancellation</source>
        <translation>エコー除去</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>半二重</translation>
    </message>
    <message>
        <source>noise suppression</source>
        <translation>ノイズ抑制</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} kbit/s</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ミリ秒</translation>
    </message>
    <message>
        <source>{packets}  ({nacks} NACK, {plis} PLI)</source>
        <translation>{packets}  (NACK {nacks}、PLI {plis})</translation>
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
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>PictureTab</name>
    <message>
        <source>Compare with a file</source>
        <translation>ファイルと比較</translation>
    </message>
    <message>
        <source>Freezes, black and torn pictures of the last minute</source>
        <translation>直近1分間のフリーズ、黒い画面、乱れた画面</translation>
    </message>
    <message>
        <source>Freezes: {freezes}, {seconds} s in all. Black pictures: {black}. Torn: {torn}.</source>
        <translation>フリーズ: {freezes}回、合計{seconds}秒。黒い画面: {black}枚。乱れた画面: {torn}枚。</translation>
    </message>
    <message>
        <source>Histogram: red, green, blue and luma</source>
        <translation>ヒストグラム: 赤、緑、青、輝度</translation>
    </message>
    <message>
        <source>In the picture plus, minus and 0 zoom, the arrow keys point (with Shift ten pixels), P pauses, and the full stop takes one more picture.</source>
        <translation>映像では、+、−、0 で拡大縮小、矢印キーで指し示し（Shift で10ピクセル）、P で一時停止、ピリオドで次の1枚を取り込みます。</translation>
    </message>
    <message>
        <source>It was scaled from {width}×{height}.</source>
        <translation>{width}×{height} から拡大縮小しました。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Point at a pixel, with the mouse or the arrow keys.</source>
        <translation>マウスか矢印キーでピクセルを指してください。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照画像</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} として保存しました。</translation>
    </message>
    <message>
        <source>The next picture that comes</source>
        <translation>次に届く1枚</translation>
    </message>
    <message>
        <source>There is no picture to save yet.</source>
        <translation>保存できる映像はまだありません。</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>映像はまだありません。</translation>
    </message>
    <message>
        <source>Waveform: luma by column</source>
        <translation>波形: 列ごとの輝度</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read: choose a PNG, JPEG or WebP file.</source>
        <translation>{name} は読み込める画像ではありません。PNG、JPEG、WebP のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name}: PSNR {psnr} dB, SSIM {ssim}.</source>
        <translation>{name}: PSNR {psnr} dB、SSIM {ssim}。</translation>
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
        <translation>戻る</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Enter the PIN to end the kiosk.</source>
        <translation>終了するには暗証番号を入力してください。</translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation>暗証番号が違います。</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. The next one can be in %n second(s).</source>
        <translation>
            <numerusform>試行回数が多すぎます。%n 秒後にもう一度お試しください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>Graphs</source>
        <translation>グラフ</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Actual size</source>
        <translation>実際のサイズ</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>常に</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>常に手前に表示</translation>
    </message>
    <message>
        <source>As the network allows</source>
        <translation>ネットワークに合わせる</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Ask whether others agree to be recorded</source>
        <translation>ほかの人が録画に同意しているかを確認します</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Automatic gain</source>
        <translation>自動ゲイン</translation>
    </message>
    <message>
        <source>Be heard only while Space or the microphone button is held</source>
        <translation>スペースキーまたはマイクボタンを押している間だけ聞こえるようにします</translation>
    </message>
    <message>
        <source>Be told what happens while the window is hidden</source>
        <translation>ウィンドウが隠れている間の出来事を知らせます</translation>
    </message>
    <message>
        <source>Brings your speech to an even loudness</source>
        <translation>声の大きさをそろえます</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>ブローカー</translation>
    </message>
    <message>
        <source>Call at the start</source>
        <translation>起動時に呼び出す</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Connect as soon as the window opens</source>
        <translation>ウィンドウが開いたらすぐに接続します</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Draws the picture, with less work for the processor</source>
        <translation>映像を描画し、プロセッサーの負担を減らします</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>エコー除去</translation>
    </message>
    <message>
        <source>Fill the screen when the window opens</source>
        <translation>ウィンドウを開くとき画面いっぱいに表示します</translation>
    </message>
    <message>
        <source>Fill the window</source>
        <translation>ウィンドウいっぱいに表示</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Folder of your own tools</source>
        <translation>自作ツールのフォルダー</translation>
    </message>
    <message>
        <source>For networks that let you reach nothing but the broker</source>
        <translation>ブローカーにしか接続できないネットワーク向けです</translation>
    </message>
    <message>
        <source>From the next call on</source>
        <translation>次の呼び出しから</translation>
    </message>
    <message>
        <source>Go through the broker</source>
        <translation>ブローカーを経由する</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>グラフィックプロセッサー</translation>
    </message>
    <message>
        <source>Half duplex</source>
        <translation>半二重</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Holds pictures until their sound is heard; without, they come sooner</source>
        <translation>音が聞こえるまで映像を待たせます。オフにすると早く表示されます</translation>
    </message>
    <message>
        <source>How large the letters over the picture are</source>
        <translation>映像の上の文字の大きさ</translation>
    </message>
    <message>
        <source>How loud the avatar is</source>
        <translation>アバターの声の大きさ</translation>
    </message>
    <message>
        <source>How the picture fits the window</source>
        <translation>映像をウィンドウにどう合わせるか</translation>
    </message>
    <message>
        <source>Keep the window above all others, where the system allows it</source>
        <translation>システムが許す場合、ウィンドウを常に最前面に置きます</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Keys of every action</source>
        <translation>各操作のキー</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Let the controls fade</source>
        <translation>操作ボタンを自動的に隠す</translation>
    </message>
    <message>
        <source>Letters alone</source>
        <translation>文字だけ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Like http://host:port or socks5://host:port; “none” for none; empty for the system&apos;s. It may hold a password, so it is never written down</source>
        <translation>http://host:port または socks5://host:port の形。「none」はなし、空欄はシステムの設定です。パスワードを含むことがあるため、保存されません</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>口の動きの同期</translation>
    </message>
    <message>
        <source>Little data</source>
        <translation>データ節約</translation>
    </message>
    <message>
        <source>Log in files</source>
        <translation>ログをファイルに保存</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外観と言語</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>ノイズ抑制</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Nothing moves but the picture</source>
        <translation>映像のほかは何も動きません</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Of everything that is written in the window</source>
        <translation>ウィンドウ内のすべての文字</translation>
    </message>
    <message>
        <source>Of the picture, and how much data it takes</source>
        <translation>映像の質と、使うデータの量</translation>
    </message>
    <message>
        <source>Of the window, apart from the picture</source>
        <translation>映像を除くウィンドウの色</translation>
    </message>
    <message>
        <source>Of the window; the avatar speaks its own</source>
        <translation>ウィンドウの言語です。アバターは自分の言語で話します</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>On a box</source>
        <translation>枠の上</translation>
    </message>
    <message>
        <source>On this computer, 5 MB at most; nothing that was said</source>
        <translation>このコンピューター上に最大 5 MB。会話の内容は含みません</translation>
    </message>
    <message>
        <source>On this computer, so that they come first at the start</source>
        <translation>起動時に先に表示されるよう、このコンピューターに保存します</translation>
    </message>
    <message>
        <source>On this computer; they name places in the program, nothing that was said</source>
        <translation>このコンピューター上。プログラムの箇所だけを記し、会話の内容は含みません</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Place of captions</source>
        <translation>字幕の位置</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>プッシュトゥトーク</translation>
    </message>
    <message>
        <source>Python files that the avatar may have run, with all that you may do; empty for none</source>
        <translation>アバターが実行させることのできる Python ファイル。あなたと同じ権限で動きます。空欄ならなし</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画質</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>Remember whom you talked to</source>
        <translation>話した相手を記憶する</translation>
    </message>
    <message>
        <source>Reminder before recording</source>
        <translation>録画前の確認</translation>
    </message>
    <message>
        <source>Reports of crashes</source>
        <translation>クラッシュの報告</translation>
    </message>
    <message>
        <source>Set by an option or the environment; what you change lasts until you close the window</source>
        <translation>オプションまたは環境で設定されています。変更はウィンドウを閉じるまで有効です</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Show there what the avatar says</source>
        <translation>アバターの発言を通知に表示します</translation>
    </message>
    <message>
        <source>Silences the microphone while the avatar speaks, where its echo cannot be cancelled</source>
        <translation>エコーを除去できない場合、アバターが話している間マイクを無音にします</translation>
    </message>
    <message>
        <source>Size of captions</source>
        <translation>字幕の大きさ</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>映像のサイズ</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Start in full screen</source>
        <translation>全画面で起動</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>スリープさせない</translation>
    </message>
    <message>
        <source>Takes fans and hum out of the microphone&apos;s sound</source>
        <translation>マイクの音からファンやハム音を取り除きます</translation>
    </message>
    <message>
        <source>Takes the avatar&apos;s voice out of the microphone&apos;s sound</source>
        <translation>マイクの音からアバターの声を取り除きます</translation>
    </message>
    <message>
        <source>The ID of the avatar that you talk to</source>
        <translation>話し相手のアバターの ID</translation>
    </message>
    <message>
        <source>The address that the operator of your broker gave you</source>
        <translation>ブローカーの管理者から受け取ったアドレス</translation>
    </message>
    <message>
        <source>The computer and its screen do not sleep during a call</source>
        <translation>通話中はコンピューターと画面をスリープさせません</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>What is said, in writing over the picture</source>
        <translation>話された内容を映像の上に文字で表示します</translation>
    </message>
    <message>
        <source>What the avatar hears you with</source>
        <translation>アバターがあなたの声を聞くデバイス</translation>
    </message>
    <message>
        <source>What you hear the avatar with</source>
        <translation>アバターの声を聞くデバイス</translation>
    </message>
    <message>
        <source>When the window is opened again</source>
        <translation>次にウィンドウを開いたとき</translation>
    </message>
    <message>
        <source>Where in the picture they are</source>
        <translation>映像のどこに表示するか</translation>
    </message>
    <message>
        <source>Where there is one</source>
        <translation>ある場合</translation>
    </message>
    <message>
        <source>While nobody touches anything, the picture is whole</source>
        <translation>何も操作していない間、映像全体が見えます</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>With a shadow</source>
        <translation>影つき</translation>
    </message>
    <message>
        <source>Words in notifications</source>
        <translation>通知に発言を表示</translation>
    </message>
    <message>
        <source>Your microphone is heard by nobody</source>
        <translation>マイクは誰にも聞こえません</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Every setting is as shipped.</source>
        <translation>すべての設定が初期状態です。</translation>
    </message>
    <message>
        <source>No setting is called so. Try another word.</source>
        <translation>その名前の設定はありません。別の言葉をお試しください。</translation>
    </message>
    <message>
        <source>Nothing that you change is written down; it lasts until you close the window.</source>
        <translation>変更は保存されず、ウィンドウを閉じるまで有効です。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべて初期設定に戻す</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>What you change is kept in {file}. Nothing that is said is written down.</source>
        <translation>変更は {file} に保存されます。会話の内容は保存されません。</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Answers come late over your network. Switch a VPN off, or stop large downloads.</source>
        <translation>ネットワークの応答が遅れています。VPN を切るか、大きなダウンロードを止めてください。</translation>
    </message>
    <message>
        <source>The picture comes slowly. Close other programs and downloads, or turn the picture&apos;s quality down in the settings.</source>
        <translation>映像の届き方が遅くなっています。ほかのプログラムやダウンロードを止めるか、設定で画質を下げてください。</translation>
    </message>
    <message>
        <source>Your network is losing parts of the picture. Move closer to the router, or turn the picture&apos;s quality down in the settings.</source>
        <translation>ネットワークで映像の一部が失われています。ルーターに近づくか、設定で画質を下げてください。</translation>
    </message>
    <message>
        <source>Your network is losing sound. Move closer to the router, or use a cable.</source>
        <translation>ネットワークで音声が失われています。ルーターに近づくか、ケーブルを使ってください。</translation>
    </message>
</context>
<context>
    <name>RawForm</name>
    <message>
        <source>Channel</source>
        <translation>チャネル</translation>
    </message>
    <message>
        <source>Confirm the warning first.</source>
        <translation>先に警告を確認してください。</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>データチャネル</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Nobody checks it: it may end the session or cost money. Send it all the same.</source>
        <translation>誰も確認しません。セッションが終わったり料金がかかったりすることがあります。それでも送信する。</translation>
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
        <translation>会話を録画</translation>
    </message>
</context>
<context>
    <name>RecordingDesk</name>
    <message>
        <source>Avatar</source>
        <translation>アバター</translation>
    </message>
    <message>
        <source>Does everybody agree to be recorded?</source>
        <translation>全員が録画に同意していますか？</translation>
    </message>
    <message>
        <source>Persona Viewer</source>
        <translation>Persona Viewer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>録画</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>The recording holds the avatar&apos;s picture and voice, your voice, and what is said. In many places the law wants everybody who can be heard to agree. You are asked this once.</source>
        <translation>録画には、アバターの映像と音声、あなたの音声、発言の内容が含まれます。多くの地域では、声が入る全員の同意が法律で求められています。この確認は一度だけ表示されます。</translation>
    </message>
    <message>
        <source>The recording is saved: {file}</source>
        <translation>録画を保存しました: {file}</translation>
    </message>
    <message>
        <source>The talk is being recorded.</source>
        <translation>会話を録画しています。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
</context>
<context>
    <name>RecordingPill</name>
    <message>
        <source>Recording begins…</source>
        <translation>録画を開始しています…</translation>
    </message>
    <message>
        <source>Recording {minutes}:{seconds}</source>
        <translation>録画中 {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>Saving the recording…</source>
        <translation>録画を保存しています…</translation>
    </message>
</context>
<context>
    <name>ReplayWindow</name>
    <message>
        <source>Asking the broker</source>
        <translation>ブローカーに問い合わせ中</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>再接続中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Place in the session</source>
        <translation>セッション内の位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Played again, the session goes another way from {at} s on.</source>
        <translation>もう一度再生すると、セッションは {at} 秒から別の経過をたどります。</translation>
    </message>
    <message>
        <source>Played again, the session takes the same steps at the same times.</source>
        <translation>もう一度再生しても、セッションは同じ時刻に同じ手順をたどります。</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>シグナリング</translation>
    </message>
    <message>
        <source>{name} – Persona Viewer</source>
        <translation>{name} – Persona Viewer</translation>
    </message>
    <message>
        <source>{place} of {length} s</source>
        <translation>{place} / {length} 秒</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>As shipped</source>
        <translation>初期設定に戻す</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>{title}を初期設定に戻す</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Next place (Enter)</source>
        <translation>次へ (Enter)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>前へ (Shift+Enter)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>会話記録を検索</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count} 件中 {number} 件目</translation>
    </message>
</context>
<context>
    <name>SendTab</name>
    <message>
        <source>Context</source>
        <translation>文脈</translation>
    </message>
    <message>
        <source>Director&apos;s cue</source>
        <translation>演出の合図</translation>
    </message>
    <message>
        <source>Every so many milliseconds</source>
        <translation>間隔 (ミリ秒)</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>生の JSON</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Sent {number} of {times}.</source>
        <translation>{times} 回中 {number} 回送信しました。</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>送信しました。</translation>
    </message>
    <message>
        <source>Sound to speak</source>
        <translation>話す音声</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Text, as the user&apos;s</source>
        <translation>ユーザーとしての文章</translation>
    </message>
    <message>
        <source>That is too much to keep: remove another snippet, or shorten it.</source>
        <translation>保存できる量を超えています。別のスニペットを削除するか、短くしてください。</translation>
    </message>
    <message>
        <source>The last one again</source>
        <translation>最後のものをもう一度</translation>
    </message>
    <message>
        <source>There is no session: connect first.</source>
        <translation>セッションがありません。先に接続してください。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Words to speak</source>
        <translation>話す言葉</translation>
    </message>
    <message>
        <source>Words to speak, in pieces</source>
        <translation>話す言葉 (分けて)</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A message of the avatar engine cannot be read.</source>
        <translation>アバターエンジンのメッセージを読めません。</translation>
    </message>
    <message>
        <source>A token is one word of letters, digits and signs.</source>
        <translation>トークンは、文字・数字・記号からなる一語です。</translation>
    </message>
    <message>
        <source>Allow UDP in the firewall, or ask the broker&apos;s operator for a TURN server.</source>
        <translation>ファイアウォールで UDP を許可するか、ブローカーの管理者に TURN サーバーを依頼してください。</translation>
    </message>
    <message>
        <source>Allow desktop apps to use the microphone: Settings, Privacy &amp; security, Microphone.</source>
        <translation>デスクトップアプリにマイクの使用を許可してください: 設定、プライバシーとセキュリティ、マイク。</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings.</source>
        <translation>システムのプライバシー設定で許可してください。</translation>
    </message>
    <message>
        <source>An utterance&apos;s id must be a UUID v4 in lower case.</source>
        <translation>発話の ID は小文字の UUID v4 でなければなりません。</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a new one, {mend}.</source>
        <translation>ブローカーの管理者に新しいものを依頼してください。{mend}。</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for a persona whose sessions need no LiveKit or Agora.</source>
        <translation>LiveKit も Agora も必要としないペルソナを、ブローカーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, and keep it: persona-viewer token set --broker URL.</source>
        <translation>ブローカーの管理者に依頼し、保存してください: persona-viewer token set --broker URL</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator for one, {mend}.</source>
        <translation>ブローカーの管理者に依頼してください。{mend}。</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator why; the broker&apos;s log says more.</source>
        <translation>理由をブローカーの管理者に尋ねてください。ブローカーのログに詳細があります。</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s operator: the API key lacks a permission, or the plan does not include what this persona needs.</source>
        <translation>ブローカーの管理者に尋ねてください。API キーに権限が足りないか、このペルソナに必要なものが契約プランに含まれていません。</translation>
    </message>
    <message>
        <source>Asking for a session…</source>
        <translation>セッションを要求しています…</translation>
    </message>
    <message>
        <source>Before, it was busy or did not answer.</source>
        <translation>それまでは混雑していたか、応答がありませんでした。</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>新しく始めてください。</translation>
    </message>
    <message>
        <source>Calling the avatar…</source>
        <translation>アバターを呼び出しています…</translation>
    </message>
    <message>
        <source>Check it in the system&apos;s sound settings, or choose another one.</source>
        <translation>システムのサウンド設定で確認するか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Check its own switch and the system&apos;s privacy settings, or choose another microphone.</source>
        <translation>本体のスイッチとシステムのプライバシー設定を確認するか、別のマイクを選んでください。</translation>
    </message>
    <message>
        <source>Check that the URL is that of a broker, not of a page or of the avatar service.</source>
        <translation>URL が、ウェブページやアバターサービスのものではなく、ブローカーのものであることを確認してください。</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and that it is running, and your network.</source>
        <translation>ブローカーの URL、ブローカーが動いていること、ネットワークを確認してください。</translation>
    </message>
    <message>
        <source>Check the broker&apos;s URL and this computer&apos;s clock. If your network has a certificate of its own, name its file in SSL_CERT_FILE.</source>
        <translation>ブローカーの URL とこのコンピューターの時計を確認してください。ネットワークに独自の証明書がある場合は、そのファイルを SSL_CERT_FILE に指定してください。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>パスを確認してください。</translation>
    </message>
    <message>
        <source>Check the persona ID, and that the URL is that of a broker.</source>
        <translation>ペルソナ ID と、URL がブローカーのものであることを確認してください。</translation>
    </message>
    <message>
        <source>Check the persona ID.</source>
        <translation>ペルソナ ID を確認してください。</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings or --proxy, or go without: --proxy none.</source>
        <translation>システム設定または --proxy のプロキシを確認するか、プロキシなしで接続してください: --proxy none</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password, or ask its operator to let this through.</source>
        <translation>プロキシのユーザー名とパスワードを確認するか、管理者に通過の許可を依頼してください。</translation>
    </message>
    <message>
        <source>Check this microphone if you spoke, or choose another one.</source>
        <translation>お話しになったのであれば、このマイクを確認するか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Check your network and connect again.</source>
        <translation>ネットワークを確認して、もう一度接続してください。</translation>
    </message>
    <message>
        <source>Check your network and say it again.</source>
        <translation>ネットワークを確認して、もう一度言ってください。</translation>
    </message>
    <message>
        <source>Check your network and try again.</source>
        <translation>ネットワークを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Choose a plan with the avatar service, then try again.</source>
        <translation>アバターサービスでプランを選び、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Choose another device, or close the program that uses it.</source>
        <translation>別のデバイスを選ぶか、使用中のプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>別のものを選んでください。</translation>
    </message>
    <message>
        <source>Choose another place for it, and record again.</source>
        <translation>別の保存先を選んで、もう一度録画してください。</translation>
    </message>
    <message>
        <source>Choose another place or name.</source>
        <translation>別の場所または名前を選んでください。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Choose one that does.</source>
        <translation>待っているものを選んでください。</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>1 つ選んでください。</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another one.</source>
        <translation>使用中のプログラムを閉じるか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Connect again for new ones; if it goes on, the broker&apos;s operator must mend the TURN server.</source>
        <translation>もう一度接続して新しいものを取得してください。続く場合は、ブローカーの管理者が TURN サーバーを直す必要があります。</translation>
    </message>
    <message>
        <source>Connect again to start a new one.</source>
        <translation>もう一度接続すると、新しいセッションが始まります。</translation>
    </message>
    <message>
        <source>Connect again; if it goes on, ask the broker&apos;s operator.</source>
        <translation>もう一度接続してください。続く場合は、ブローカーの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Connect without --gateway, or ask its operator for one.</source>
        <translation>--gateway なしで接続するか、管理者に依頼してください。</translation>
    </message>
    <message>
        <source>Connected, waiting for the picture…</source>
        <translation>接続しました。映像を待っています…</translation>
    </message>
    <message>
        <source>Connecting takes longer than usual. Still trying.</source>
        <translation>接続に通常より時間がかかっています。引き続き試しています。</translation>
    </message>
    <message>
        <source>Connection interrupted</source>
        <translation>接続が途切れました</translation>
    </message>
    <message>
        <source>Correct it in {file}; its default is used.</source>
        <translation>{file} で修正してください。既定値が使われます。</translation>
    </message>
    <message>
        <source>Correct it, then send it.</source>
        <translation>直してから送信してください。</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>切断しました</translation>
    </message>
    <message>
        <source>Echo cancellation, noise suppression and automatic gain cannot run on this computer.</source>
        <translation>このコンピューターでは、エコー除去、ノイズ抑制、自動ゲインは動作しません。</translation>
    </message>
    <message>
        <source>End another session, or try again in {value}.</source>
        <translation>ほかのセッションを終了するか、{value}後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>End another session, or wait a minute and try again.</source>
        <translation>ほかのセッションを終了するか、1 分待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>End one first.</source>
        <translation>先にどれかを終了してください。</translation>
    </message>
    <message>
        <source>Enter one.</source>
        <translation>入力してください。</translation>
    </message>
    <message>
        <source>Enter that URL as the broker&apos;s.</source>
        <translation>その URL をブローカーの URL として入力してください。</translation>
    </message>
    <message>
        <source>Enter the URL that the broker&apos;s operator gave you, or have this name added to it.</source>
        <translation>ブローカーの管理者から受け取った URL を入力するか、この名前の追加を依頼してください。</translation>
    </message>
    <message>
        <source>Every session of this account is in use.</source>
        <translation>このアカウントのセッションはすべて使用中です。</translation>
    </message>
    <message>
        <source>Free some space before you record again; what was recorded until then is kept.</source>
        <translation>もう一度録画する前に空き容量を確保してください。それまでに録画したものは残っています。</translation>
    </message>
    <message>
        <source>Give another file.</source>
        <translation>別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>Give another: --proxy URL.</source>
        <translation>別のものを指定してください: --proxy URL</translation>
    </message>
    <message>
        <source>Give one that the inspector or “probe --events” has written.</source>
        <translation>インスペクターまたは「probe --events」が書いたファイルを指定してください。</translation>
    </message>
    <message>
        <source>Give the broker a valid API key and restart it.</source>
        <translation>ブローカーに有効な API キーを設定し、再起動してください。</translation>
    </message>
    <message>
        <source>Hold the microphone button, or Space, while you speak.</source>
        <translation>話している間、マイクボタンまたはスペースキーを押し続けてください。</translation>
    </message>
    <message>
        <source>Install the right ones: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;.</source>
        <translation>正しいものをインストールしてください: pip install &apos;aiortc==1.16.0&apos; &apos;aioice==0.13.0&apos;</translation>
    </message>
    <message>
        <source>Install your network&apos;s certificate, or ask the broker&apos;s operator to mend the TURN server.</source>
        <translation>ネットワークの証明書をインストールするか、ブローカーの管理者に TURN サーバーの修理を依頼してください。</translation>
    </message>
    <message>
        <source>It cannot be kept aside ({strerror}); until it is mended, nothing is remembered.</source>
        <translation>退避できません ({strerror})。直るまで何も保存されません。</translation>
    </message>
    <message>
        <source>It is kept as {name}, and a new one is begun.</source>
        <translation>{name} として残し、新しいファイルを始めます。</translation>
    </message>
    <message>
        <source>It is not as expected: {why}.</source>
        <translation>想定した形ではありません: {why}。</translation>
    </message>
    <message>
        <source>It is taken again when it comes back.</source>
        <translation>戻れば再び使われます。</translation>
    </message>
    <message>
        <source>It looks like http://localhost:8080.</source>
        <translation>http://localhost:8080 のような形です。</translation>
    </message>
    <message>
        <source>It may have been changed or cut; take the file as it was written.</source>
        <translation>変更または切り詰められた可能性があります。書かれたままのファイルを使ってください。</translation>
    </message>
    <message>
        <source>It told no address that can be tried.</source>
        <translation>試せるアドレスが伝えられていません。</translation>
    </message>
    <message>
        <source>It waits for the service, or asks it again.</source>
        <translation>サービスを待っているか、もう一度問い合わせています。</translation>
    </message>
    <message>
        <source>Its words come, and its sound was silence for a second.</source>
        <translation>言葉は届いていますが、音は 1 秒間無音でした。</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or TCP to the TURN server.</source>
        <translation>ファイアウォールで UDP、または TURN サーバーへの TCP を許可してください。</translation>
    </message>
    <message>
        <source>Let the firewall allow UDP, or ask the broker&apos;s operator for a TURN server over TLS.</source>
        <translation>ファイアウォールで UDP を許可するか、ブローカーの管理者に TLS 経由の TURN サーバーを依頼してください。</translation>
    </message>
    <message>
        <source>Line {number} of “{name}” is not as a session file has it.</source>
        <translation>「{name}」の {number} 行目はセッションファイルの形式ではありません。</translation>
    </message>
    <message>
        <source>Listening to you</source>
        <translation>聞いています</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Lower its volume in the system&apos;s sound settings, or move away from it.</source>
        <translation>システムのサウンド設定で音量を下げるか、離れてください。</translation>
    </message>
    <message>
        <source>MP4 cannot hold the pictures of this persona.</source>
        <translation>MP4 にはこのペルソナの映像を保存できません。</translation>
    </message>
    <message>
        <source>Make it yours alone: chmod 600 {file}</source>
        <translation>自分専用にしてください: chmod 600 {file}</translation>
    </message>
    <message>
        <source>More than {MAX_OPEN} talk streams are open.</source>
        <translation>開いている発話ストリームが {MAX_OPEN} を超えています。</translation>
    </message>
    <message>
        <source>Name a file that can be written</source>
        <translation>書き込めるファイルを指定してください</translation>
    </message>
    <message>
        <source>Name a file that holds certificates in PEM form</source>
        <translation>PEM 形式の証明書が入ったファイルを指定してください</translation>
    </message>
    <message>
        <source>Name a folder of certificates</source>
        <translation>証明書のフォルダーを指定してください</translation>
    </message>
    <message>
        <source>No avatar is free right now.</source>
        <translation>現在、空いているアバターがありません。</translation>
    </message>
    <message>
        <source>No media connection to the avatar engine could be made.</source>
        <translation>アバターエンジンへのメディア接続を確立できませんでした。</translation>
    </message>
    <message>
        <source>No packet came for a second.</source>
        <translation>1 秒間パケットが届きませんでした。</translation>
    </message>
    <message>
        <source>No picture came while it was recorded.</source>
        <translation>録画中に映像が届きませんでした。</translation>
    </message>
    <message>
        <source>No session was granted.</source>
        <translation>セッションが許可されませんでした。</translation>
    </message>
    <message>
        <source>No {word} was found.</source>
        <translation>{word}が見つかりませんでした。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>接続していません</translation>
    </message>
    <message>
        <source>Nothing arrives from the avatar right now. Waiting for it to come back.</source>
        <translation>現在、アバターから何も届いていません。戻るのを待っています。</translation>
    </message>
    <message>
        <source>Nothing of the test sound came back to your microphone.</source>
        <translation>テスト音がマイクに届きませんでした。</translation>
    </message>
    <message>
        <source>Of a hundred packets {percent} are lost.</source>
        <translation>100 個のパケットのうち {percent} 個が失われています。</translation>
    </message>
    <message>
        <source>Of a hundred, 0 to 100 can be lost.</source>
        <translation>100 個のうち失えるのは 0～100 個です。</translation>
    </message>
    <message>
        <source>Of {tried} addresses that it told none has answered.</source>
        <translation>伝えられた {tried} 個のアドレスのどれも応答していません。</translation>
    </message>
    <message>
        <source>Open it as the Matroska file that it is, which video players do as well.</source>
        <translation>Matroska ファイルのまま開いてください。動画プレーヤーでも開けます。</translation>
    </message>
    <message>
        <source>Picture and sound do not need it, and it is opened again.</source>
        <translation>映像と音には不要で、再び開かれます。</translation>
    </message>
    <message>
        <source>Picture and sound stand still.</source>
        <translation>映像と音が止まっています。</translation>
    </message>
    <message>
        <source>Plug a microphone in, or choose one.</source>
        <translation>マイクを接続するか、選んでください。</translation>
    </message>
    <message>
        <source>Plug it in or choose another one.</source>
        <translation>接続するか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>Plug one in and choose it.</source>
        <translation>接続して選んでください。</translation>
    </message>
    <message>
        <source>Raise its volume in the system&apos;s sound settings, or come closer.</source>
        <translation>システムのサウンド設定で音量を上げるか、近づいてください。</translation>
    </message>
    <message>
        <source>Raise the cap with the avatar service, then try again.</source>
        <translation>アバターサービスで上限を上げ、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>再接続しています…</translation>
    </message>
    <message>
        <source>Record again.</source>
        <translation>もう一度録画してください。</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>別のディスクに録画してください。</translation>
    </message>
    <message>
        <source>Remove it, then keep your tokens again: persona-viewer token set --broker URL.</source>
        <translation>削除してから、トークンを保存し直してください: persona-viewer token set --broker URL</translation>
    </message>
    <message>
        <source>Restart PulseAudio or PipeWire.</source>
        <translation>PulseAudio または PipeWire を再起動してください。</translation>
    </message>
    <message>
        <source>Say it in parts.</source>
        <translation>分けて言ってください。</translation>
    </message>
    <message>
        <source>See persona-viewer --help.</source>
        <translation>persona-viewer --help を参照してください。</translation>
    </message>
    <message>
        <source>Send shorter pieces.</source>
        <translation>短く区切って送ってください。</translation>
    </message>
    <message>
        <source>Setting up picture and sound…</source>
        <translation>映像と音声を準備しています…</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>短くしてください。</translation>
    </message>
    <message>
        <source>Something in this program failed ({name}).</source>
        <translation>このプログラムで問題が発生しました ({name})。</translation>
    </message>
    <message>
        <source>Something in this program failed.</source>
        <translation>このプログラムで問題が発生しました。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>問題が発生しました。</translation>
    </message>
    <message>
        <source>Sound comes, and no picture did for a second.</source>
        <translation>音は届いていますが、1 秒間映像が届いていません。</translation>
    </message>
    <message>
        <source>That could not be sent to the avatar engine.</source>
        <translation>アバターエンジンに送信できませんでした。</translation>
    </message>
    <message>
        <source>That is not a JSON object.</source>
        <translation>JSON オブジェクトではありません。</translation>
    </message>
    <message>
        <source>That is not a URL of a broker</source>
        <translation>ブローカーの URL ではありません</translation>
    </message>
    <message>
        <source>That is not a broker: {why}.</source>
        <translation>ブローカーではありません: {why}。</translation>
    </message>
    <message>
        <source>That is not a token.</source>
        <translation>トークンではありません。</translation>
    </message>
    <message>
        <source>That is too long for one message.</source>
        <translation>1 つのメッセージには長すぎます。</translation>
    </message>
    <message>
        <source>That is too much sound for one message.</source>
        <translation>1 つのメッセージとしては音声が長すぎます。</translation>
    </message>
    <message>
        <source>That setting is not usable.</source>
        <translation>その設定は使用できません。</translation>
    </message>
    <message>
        <source>That talk stream is over.</source>
        <translation>その発話ストリームは終了しています。</translation>
    </message>
    <message>
        <source>That text is too long.</source>
        <translation>文章が長すぎます。</translation>
    </message>
    <message>
        <source>That tool call awaits no answer.</source>
        <translation>そのツール呼び出しは答えを待っていません。</translation>
    </message>
    <message>
        <source>That {what} is not usable: {fault}.</source>
        <translation>使用できません ({what}): {fault}。</translation>
    </message>
    <message>
        <source>The WebSocket is not open.</source>
        <translation>WebSocket が開いていません。</translation>
    </message>
    <message>
        <source>The account has no active plan.</source>
        <translation>アカウントに有効なプランがありません。</translation>
    </message>
    <message>
        <source>The account&apos;s spend cap is reached.</source>
        <translation>アカウントの支出上限に達しました。</translation>
    </message>
    <message>
        <source>The account&apos;s usage limit is reached.</source>
        <translation>アカウントの利用上限に達しました。</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>応答が JSON ではありません。</translation>
    </message>
    <message>
        <source>The answer is not a JSON object.</source>
        <translation>応答が JSON オブジェクトではありません。</translation>
    </message>
    <message>
        <source>The answer&apos;s field {field} is missing or wrong.</source>
        <translation>応答の項目 {field} がないか、正しくありません。</translation>
    </message>
    <message>
        <source>The avatar engine cannot be reached, not even through the relay.</source>
        <translation>リレー経由でもアバターエンジンに到達できません。</translation>
    </message>
    <message>
        <source>The avatar engine did not answer the offer.</source>
        <translation>アバターエンジンがオファーに応答しませんでした。</translation>
    </message>
    <message>
        <source>The avatar engine has not been reached for {PATIENCE} s.</source>
        <translation>{PATIENCE} 秒間アバターエンジンに到達できていません。</translation>
    </message>
    <message>
        <source>The avatar engine sends another size.</source>
        <translation>アバターエンジンが別のサイズを送っています。</translation>
    </message>
    <message>
        <source>The avatar engine sends no picture.</source>
        <translation>アバターエンジンから映像が届きません。</translation>
    </message>
    <message>
        <source>The avatar engine was reached, but no encrypted connection came about.</source>
        <translation>アバターエンジンには到達しましたが、暗号化された接続が確立できませんでした。</translation>
    </message>
    <message>
        <source>The avatar engine&apos;s answer could not be used.</source>
        <translation>アバターエンジンの応答を使用できませんでした。</translation>
    </message>
    <message>
        <source>The avatar service did not accept the request.</source>
        <translation>アバターサービスが要求を受け付けませんでした。</translation>
    </message>
    <message>
        <source>The avatar service does not know this persona.</source>
        <translation>アバターサービスはこのペルソナを知りません。</translation>
    </message>
    <message>
        <source>The avatar service does not permit this session.</source>
        <translation>アバターサービスがこのセッションを許可していません。</translation>
    </message>
    <message>
        <source>The avatar service ended the session.</source>
        <translation>アバターサービスがセッションを終了しました。</translation>
    </message>
    <message>
        <source>The avatar service refused the broker&apos;s key.</source>
        <translation>アバターサービスがブローカーのキーを拒否しました。</translation>
    </message>
    <message>
        <source>The avatar service refused the session.</source>
        <translation>アバターサービスがセッションを拒否しました。</translation>
    </message>
    <message>
        <source>The avatar service reported an error.</source>
        <translation>アバターサービスがエラーを報告しました。</translation>
    </message>
    <message>
        <source>The avatar service sent a warning.</source>
        <translation>アバターサービスが警告を送ってきました。</translation>
    </message>
    <message>
        <source>The avatar speaks, and nothing is heard.</source>
        <translation>アバターは話していますが、何も聞こえません。</translation>
    </message>
    <message>
        <source>The avatar&apos;s picture or sound is missing.</source>
        <translation>アバターの映像または音声がありません。</translation>
    </message>
    <message>
        <source>The broker asked the service {attempts} times for the session.</source>
        <translation>ブローカーはサービスにセッションを{attempts}回要求しました。</translation>
    </message>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>ブローカーに接続できません。</translation>
    </message>
    <message>
        <source>The broker does not accept the token</source>
        <translation>ブローカーがトークンを受け付けません</translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation>ブローカーが応答しません。</translation>
    </message>
    <message>
        <source>The broker has moved to {url}.</source>
        <translation>ブローカーは {url} に移転しました。</translation>
    </message>
    <message>
        <source>The broker has moved.</source>
        <translation>ブローカーは移転しました。</translation>
    </message>
    <message>
        <source>The broker has not answered for {PATIENCE} s.</source>
        <translation>ブローカーが {PATIENCE} 秒間応答していません。</translation>
    </message>
    <message>
        <source>The broker limits it.</source>
        <translation>ブローカーが制限しています。</translation>
    </message>
    <message>
        <source>The broker reported an error ({status}).</source>
        <translation>ブローカーがエラーを報告しました ({status})。</translation>
    </message>
    <message>
        <source>The broker wants a token.</source>
        <translation>ブローカーがトークンを求めています。</translation>
    </message>
    <message>
        <source>The broker&apos;s URL is missing</source>
        <translation>ブローカーの URL がありません</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a list of personas.</source>
        <translation>ブローカーの応答がペルソナの一覧ではありません。</translation>
    </message>
    <message>
        <source>The broker&apos;s answer is not a session.</source>
        <translation>ブローカーの応答がセッションではありません。</translation>
    </message>
    <message>
        <source>The broker&apos;s answer means “{code}”.</source>
        <translation>ブローカーの回答は「{code}」を意味します。</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate is not trusted.</source>
        <translation>ブローカーの証明書が信頼されていません。</translation>
    </message>
    <message>
        <source>The connection broke. Connecting again; what you type is kept.</source>
        <translation>接続が切れたため、再接続しています。入力した内容は保持されます。</translation>
    </message>
    <message>
        <source>The connection for picture and sound failed.</source>
        <translation>映像と音声の接続に失敗しました。</translation>
    </message>
    <message>
        <source>The disk is full, so the recording has ended.</source>
        <translation>ディスクがいっぱいになったため、録画を終了しました。</translation>
    </message>
    <message>
        <source>The disk is too slow, so parts of the recording are missing.</source>
        <translation>ディスクが遅すぎるため、録画の一部が欠けています。</translation>
    </message>
    <message>
        <source>The events cannot be written to {path}: {strerror}.</source>
        <translation>イベントを {path} に書き込めません: {strerror}。</translation>
    </message>
    <message>
        <source>The file {file} with tokens can be read or changed by others.</source>
        <translation>トークンのファイル {file} は、ほかの人が読み書きできます。</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be read: {strerror}.</source>
        <translation>トークンのファイル {file} を読み込めません: {strerror}。</translation>
    </message>
    <message>
        <source>The file {file} with tokens cannot be written: {strerror}.</source>
        <translation>トークンのファイル {file} に書き込めません: {strerror}。</translation>
    </message>
    <message>
        <source>The file {file} with tokens is damaged.</source>
        <translation>トークンのファイル {file} が壊れています。</translation>
    </message>
    <message>
        <source>The gateway does not let this session through to the avatar engine.</source>
        <translation>ゲートウェイがこのセッションをアバターエンジンに通しません。</translation>
    </message>
    <message>
        <source>The installed aiortc or aioice does not fit: {missing} is missing.</source>
        <translation>インストールされている aiortc または aioice が合いません: {missing} がありません。</translation>
    </message>
    <message>
        <source>The line to the avatar engine broke.</source>
        <translation>アバターエンジンへの回線が切れました。</translation>
    </message>
    <message>
        <source>The line to the avatar engine failed.</source>
        <translation>アバターエンジンへの回線に障害が発生しました。</translation>
    </message>
    <message>
        <source>The line to the avatar engine is lost.</source>
        <translation>アバターエンジンへの回線が切れました。</translation>
    </message>
    <message>
        <source>The microphone delivers nothing but digital silence.</source>
        <translation>マイクからはデジタルの無音しか届きません。</translation>
    </message>
    <message>
        <source>The microphone does not hear you.</source>
        <translation>マイクにあなたの声が届いていません。</translation>
    </message>
    <message>
        <source>The microphone hears you too quietly.</source>
        <translation>マイクに届く声が小さすぎます。</translation>
    </message>
    <message>
        <source>The microphone is muted in the system.</source>
        <translation>マイクがシステムでミュートされています。</translation>
    </message>
    <message>
        <source>The microphone is too loud, which distorts your voice.</source>
        <translation>マイクの音量が大きすぎて、声がひずんでいます。</translation>
    </message>
    <message>
        <source>The persona could not be told to speak.</source>
        <translation>ペルソナに発話を指示できませんでした。</translation>
    </message>
    <message>
        <source>The persona was not told to speak: the engine answered {status_code}.</source>
        <translation>ペルソナに発話を指示できませんでした: エンジンの応答は {status_code} です。</translation>
    </message>
    <message>
        <source>The persona&apos;s ID is missing or too long.</source>
        <translation>ペルソナ ID がないか、長すぎます。</translation>
    </message>
    <message>
        <source>The persona&apos;s pictures cannot be recorded.</source>
        <translation>ペルソナの映像を録画できません。</translation>
    </message>
    <message>
        <source>The picture and sound of the avatar stopped.</source>
        <translation>アバターの映像と音声が止まりました。</translation>
    </message>
    <message>
        <source>The picture is {width1}×{height1} now and was {width2}×{height2}.</source>
        <translation>映像は {width2}×{height2} から {width1}×{height1} になりました。</translation>
    </message>
    <message>
        <source>The picture stands still.</source>
        <translation>映像が止まっています。</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>プロキシに接続できません。</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>プロキシが接続を拒否しました。</translation>
    </message>
    <message>
        <source>The recording cannot be written.</source>
        <translation>録画を書き込めません。</translation>
    </message>
    <message>
        <source>The recording cannot be written: {why}.</source>
        <translation>録画を書き込めません: {why}。</translation>
    </message>
    <message>
        <source>The recording could not be made an MP4 file.</source>
        <translation>録画を MP4 ファイルにできませんでした。</translation>
    </message>
    <message>
        <source>The relay refused this session&apos;s credentials, and there is no direct way.</source>
        <translation>リレーがこのセッションの資格情報を拒否し、直接の経路もありません。</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate is not trusted, and there is no direct way.</source>
        <translation>リレーの証明書が信頼されておらず、直接の経路もありません。</translation>
    </message>
    <message>
        <source>The session could not be saved as “{name}”: {why}.</source>
        <translation>セッションを「{name}」として保存できませんでした: {why}。</translation>
    </message>
    <message>
        <source>The session ends after {seconds} s.</source>
        <translation>セッションは {seconds} 秒後に終了します。</translation>
    </message>
    <message>
        <source>The session was over after {lasted} s.</source>
        <translation>セッションは{lasted}秒で終了しました。</translation>
    </message>
    <message>
        <source>The setting {name} is wrong: {sentence}.</source>
        <translation>設定 {name} が正しくありません: {sentence}。</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {strerror}.</source>
        <translation>設定ファイル {file} を読み込めません: {strerror}。</translation>
    </message>
    <message>
        <source>The settings file {file} is not TOML: {error}.</source>
        <translation>設定ファイル {file} は TOML ではありません: {error}。</translation>
    </message>
    <message>
        <source>The sound device could not be opened.</source>
        <translation>サウンドデバイスを開けませんでした。</translation>
    </message>
    <message>
        <source>The sound devices cannot be used ({why}).</source>
        <translation>サウンドデバイスを使用できません ({why})。</translation>
    </message>
    <message>
        <source>The sound server cannot be asked.</source>
        <translation>サウンドサーバーに問い合わせできません。</translation>
    </message>
    <message>
        <source>The system has muted what this program records.</source>
        <translation>このプログラムの録音がシステムでミュートされています。</translation>
    </message>
    <message>
        <source>The system records “{name}”, which is no microphone.</source>
        <translation>システムが録音している「{name}」はマイクではありません。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the token up.</source>
        <translation>システムのキーリングがトークンを渡しません。</translation>
    </message>
    <message>
        <source>The system&apos;s proxy is of an unknown kind.</source>
        <translation>システムのプロキシの種類が不明です。</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in the system&apos;s keyring.</source>
        <translation>{broker} のトークンはシステムのキーリングに保存されています。</translation>
    </message>
    <message>
        <source>The token for {broker} is kept in {tokens_file}, which only you can read: no keyring took it.</source>
        <translation>{broker} のトークンは、あなただけが読める {tokens_file} に保存されています。使えるキーリングがありませんでした。</translation>
    </message>
    <message>
        <source>The {what} “{name}” is not there, so the system&apos;s default is used.</source>
        <translation>{what}「{name}」がないため、システムの既定を使用します。</translation>
    </message>
    <message>
        <source>The {which} could not be opened.</source>
        <translation>{which}を開けませんでした。</translation>
    </message>
    <message>
        <source>The {which} could not be opened: its driver failed ({why}).</source>
        <translation>{which}を開けませんでした: ドライバーに障害が発生しました ({why})。</translation>
    </message>
    <message>
        <source>The {which} is in use.</source>
        <translation>{which}は使用中です。</translation>
    </message>
    <message>
        <source>The {word} “{name}” is not there.</source>
        <translation>{word}「{name}」がありません。</translation>
    </message>
    <message>
        <source>There is no PulseAudio and no PipeWire.</source>
        <translation>PulseAudio も PipeWire もありません。</translation>
    </message>
    <message>
        <source>There is no session yet.</source>
        <translation>まだセッションがありません。</translation>
    </message>
    <message>
        <source>They were sent, and the network did not bring them.</source>
        <translation>送信されましたが、ネットワークが届けませんでした。</translation>
    </message>
    <message>
        <source>This broker has no gateway.</source>
        <translation>このブローカーにはゲートウェイがありません。</translation>
    </message>
    <message>
        <source>This network lets no UDP through, and no relay can be reached.</source>
        <translation>このネットワークは UDP を通さず、リレーにも到達できません。</translation>
    </message>
    <message>
        <source>This program may not use the microphone.</source>
        <translation>このプログラムにはマイクの使用が許可されていません。</translation>
    </message>
    <message>
        <source>This program may not use the {which}.</source>
        <translation>このプログラムには{which}の使用が許可されていません。</translation>
    </message>
    <message>
        <source>This session is in another service&apos;s room, which cannot be joined here.</source>
        <translation>このセッションは別のサービスのルームにあり、ここからは参加できません。</translation>
    </message>
    <message>
        <source>This session may only go through a relay, and none can be reached.</source>
        <translation>このセッションはリレー経由でのみ接続できますが、どのリレーにも到達できません。</translation>
    </message>
    <message>
        <source>Too much is waiting to be said.</source>
        <translation>送信待ちの言葉が多すぎます。</translation>
    </message>
    <message>
        <source>Too much is waiting to be spoken.</source>
        <translation>発話待ちの言葉が多すぎます。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, ask the broker&apos;s operator.</source>
        <translation>しばらくしてからもう一度お試しください。続く場合は、ブローカーの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Try again in {value}, or raise the limit with the avatar service.</source>
        <translation>{value}後にもう一度お試しになるか、アバターサービスで上限を上げてください。</translation>
    </message>
    <message>
        <source>Try again in {value}.</source>
        <translation>{value}後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again in {value}; if it goes on, ask the broker&apos;s operator.</source>
        <translation>{value}後にもう一度お試しください。続く場合は、ブローカーの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask the avatar service&apos;s operator.</source>
        <translation>もう一度お試しください。続く場合は、アバターサービスの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, ask your network&apos;s operator what drops large UDP packets.</source>
        <translation>もう一度お試しください。続く場合は、大きな UDP パケットが何によって破棄されるかを、ネットワークの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, run persona-viewer doctor on this network.</source>
        <translation>もう一度お試しください。続く場合は、このネットワークで persona-viewer doctor を実行してください。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar engine or its TURN server has a fault.</source>
        <translation>もう一度お試しください。続く場合は、アバターエンジンまたはその TURN サーバーに不具合があります。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the avatar service has a fault.</source>
        <translation>もう一度お試しください。続く場合は、アバターサービスに不具合があります。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the broker&apos;s log says more.</source>
        <translation>もう一度お試しください。続く場合は、ブローカーのログに詳細があります。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, the engine speaks a version or codec that this viewer does not.</source>
        <translation>もう一度お試しください。続く場合は、このプログラムが知らないバージョンまたはコーデックをエンジンが使っています。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, look at the log (--log-level info).</source>
        <translation>もう一度お試しください。再び起きる場合は、ログを確認してください (--log-level info)。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with what the log says (--log-level info).</source>
        <translation>もう一度お試しください。再び起きる場合は、ログの内容を添えて報告してください (--log-level info)。</translation>
    </message>
    <message>
        <source>Try again; if it stays silent, restart the broker.</source>
        <translation>もう一度お試しください。応答がないままなら、ブローカーを再起動してください。</translation>
    </message>
    <message>
        <source>Try another persona, or ask the broker&apos;s operator to mend what the service names.</source>
        <translation>別のペルソナを試すか、サービスが示す内容の修正をブローカーの管理者に依頼してください。</translation>
    </message>
    <message>
        <source>Try another persona; if it goes on, the avatar service has a fault.</source>
        <translation>別のペルソナをお試しください。続く場合は、アバターサービスに不具合があります。</translation>
    </message>
    <message>
        <source>Turn it up in the system&apos;s sound settings.</source>
        <translation>システムのサウンド設定で音量を上げてください。</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.</source>
        <translation>ロックを解除してもう一度試すか、専用のプログラムで「{SERVICE}」の「{broker}」を削除してください。</translation>
    </message>
    <message>
        <source>Unmute Persona Viewer among the recordings in the system&apos;s sound settings.</source>
        <translation>システムのサウンド設定の録音の一覧で、Persona Viewer のミュートを解除してください。</translation>
    </message>
    <message>
        <source>Unmute it in the system&apos;s sound settings, or with the key on the keyboard or headset.</source>
        <translation>システムのサウンド設定、またはキーボードやヘッドセットのキーでミュートを解除してください。</translation>
    </message>
    <message>
        <source>Unmute yourself with the microphone button.</source>
        <translation>マイクボタンでミュートを解除してください。</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <translation>こちらを更新してください。</translation>
    </message>
    <message>
        <source>Wait a moment, then say it again in shorter parts.</source>
        <translation>少し待ってから、短く分けてもう一度言ってください。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>少しお待ちください。</translation>
    </message>
    <message>
        <source>Wait for the connection.</source>
        <translation>接続をお待ちください。</translation>
    </message>
    <message>
        <source>Wait until it is.</source>
        <translation>開くまでお待ちください。</translation>
    </message>
    <message>
        <source>Wait until the limit is renewed, or raise it with the avatar service.</source>
        <translation>上限が更新されるまで待つか、アバターサービスで上限を上げてください。</translation>
    </message>
    <message>
        <source>Wait until the persona is there.</source>
        <translation>ペルソナが現れるまでお待ちください。</translation>
    </message>
    <message>
        <source>Wait with speaking until the avatar is silent; with headphones, switch echo cancellation off.</source>
        <translation>アバターが黙ってから話してください。ヘッドホンを使う場合は、エコー除去をオフにしてください。</translation>
    </message>
    <message>
        <source>What {source} holds is not a token.</source>
        <translation>{source} の内容はトークンではありません。</translation>
    </message>
    <message>
        <source>With headphones that is as it should be. Otherwise turn the volume up, or choose another device.</source>
        <translation>ヘッドホンの場合はそれで正常です。それ以外の場合は、音量を上げるか、別のデバイスを選んでください。</translation>
    </message>
    <message>
        <source>You are speaking, but your microphone is off.</source>
        <translation>話していますが、マイクがオフです。</translation>
    </message>
    <message>
        <source>Your microphone has not heard you for a while.</source>
        <translation>しばらくマイクにあなたの声が届いていません。</translation>
    </message>
    <message>
        <source>Your microphone hears your loudspeaker well; echo cancellation will be used.</source>
        <translation>マイクにスピーカーの音がよく聞こえます。エコー除去が使われます。</translation>
    </message>
    <message>
        <source>and keep it: persona-viewer token set --broker {broker}</source>
        <translation>次のコマンドで保存してください: persona-viewer token set --broker {broker}</translation>
    </message>
    <message>
        <source>and put it into {VARIABLE}</source>
        <translation>{VARIABLE} に設定してください</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>書き込めません</translation>
    </message>
    <message>
        <source>holds no certificate that can be read</source>
        <translation>読み取れる証明書がありません</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>フォルダーではありません</translation>
    </message>
    <message>
        <source>it answers with a web page ({status})</source>
        <translation>ウェブページが返されました ({status})</translation>
    </message>
    <message>
        <source>it answers with nothing ({status})</source>
        <translation>空の応答が返されました ({status})</translation>
    </message>
    <message>
        <source>it answers {status}</source>
        <translation>{status} が返されました</translation>
    </message>
    <message>
        <source>it has to be a JSON object</source>
        <translation>JSON オブジェクトにしてください</translation>
    </message>
    <message>
        <source>it has to be a URL like http://host:port or https://host/path</source>
        <translation>http://host:port または https://host/path のような URL にしてください</translation>
    </message>
    <message>
        <source>it holds a user name or a password; leave them out, and keep the broker&apos;s token with persona-viewer token set --broker URL</source>
        <translation>ユーザー名またはパスワードが含まれています。取り除いて、ブローカーのトークンを persona-viewer token set --broker URL で保存してください</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>{mend}, or unset {name}.</source>
        <translation>{mend}。または {name} を解除してください。</translation>
    </message>
    <message>
        <source>{name} names {place}, which {fault}{why}.</source>
        <translation>{name} が示す {place} は{fault}{why}。</translation>
    </message>
    <message>
        <source>{sequence} would be typed; add Ctrl or Alt, or take a key like F5</source>
        <translation>{sequence} は入力になります。Ctrl または Alt を加えるか、F5 のようなキーにしてください</translation>
    </message>
    <message>
        <source>{which} is muted in the system.</source>
        <translation>{which}がシステムでミュートされています。</translation>
    </message>
    <message>
        <source>{which} is turned down to {percent} % in the system.</source>
        <translation>{which}の音量がシステムで {percent}% に下げられています。</translation>
    </message>
    <message>
        <source>{word} of this computer</source>
        <translation>このコンピューターの{word}</translation>
    </message>
    <message>
        <source>{word} “{name}”</source>
        <translation>{word}「{name}」</translation>
    </message>
</context>
<context>
    <name>Setback</name>
    <message>
        <source>Ask the broker&apos;s operator for one, and enter it here.</source>
        <translation>ブローカーの管理者に依頼し、ここに入力してください。</translation>
    </message>
    <message>
        <source>Keeping the token …</source>
        <translation>トークンを保存しています…</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Heard in all windows during a talk, while push to talk is on</source>
        <translation>プッシュトゥトークがオンの通話中に、すべてのウィンドウで働きます</translation>
    </message>
    <message>
        <source>That key is needed for typing and moving. Hold Ctrl or Alt with it.</source>
        <translation>そのキーは入力や移動に必要です。Ctrl または Alt を同時に押してください。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close {panel}</source>
        <translation>{panel}を閉じる</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Back to the window</source>
        <translation>ウィンドウに戻る</translation>
    </message>
    <message>
        <source>End the talk</source>
        <translation>会話を終了</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>マイクをミュート</translation>
    </message>
    <message>
        <source>Persona Viewer, small window</source>
        <translation>Persona Viewer、小さなウィンドウ</translation>
    </message>
</context>
<context>
    <name>SnippetBar</name>
    <message>
        <source>Keep snippets on this computer, in the settings file</source>
        <translation>スニペットをこのコンピューターの設定ファイルに残す</translation>
    </message>
    <message>
        <source>Keep this form as a snippet</source>
        <translation>このフォームをスニペットとして保存</translation>
    </message>
    <message>
        <source>Keep this form as…</source>
        <translation>このフォームを保存する名前…</translation>
    </message>
    <message>
        <source>Name of a snippet</source>
        <translation>スニペットの名前</translation>
    </message>
    <message>
        <source>Remove the snippet</source>
        <translation>スニペットを削除</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>スニペット</translation>
    </message>
</context>
<context>
    <name>SoundForm</name>
    <message>
        <source>16-bit PCM, at best 24 kHz and one channel</source>
        <translation>16 ビット PCM、できれば 24 kHz、1 チャネル</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>先にファイルを選んでください。</translation>
    </message>
    <message>
        <source>It has to be 16-bit PCM of 8 to 192 kHz: convert it first.</source>
        <translation>8～192 kHz の 16 ビット PCM でなければなりません。先に変換してください。</translation>
    </message>
    <message>
        <source>It may take {minutes} minutes at most: cut it first.</source>
        <translation>長さは最大 {minutes} 分です。先に短くしてください。</translation>
    </message>
    <message>
        <source>It takes {seconds} s.</source>
        <translation>長さは {seconds} 秒です。</translation>
    </message>
    <message>
        <source>Let the avatar speak what the microphone hears</source>
        <translation>マイクが聞いたことをアバターに話させる</translation>
    </message>
    <message>
        <source>That file cannot be read: choose another one.</source>
        <translation>このファイルは読めません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>That is no WAV file of PCM: convert it first.</source>
        <translation>PCM の WAV ファイルではありません。先に変換してください。</translation>
    </message>
    <message>
        <source>The file is being read; try again in a moment.</source>
        <translation>ファイルを読み込み中です。少し待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>There is no sound in that file.</source>
        <translation>このファイルには音がありません。</translation>
    </message>
    <message>
        <source>WAV file</source>
        <translation>WAV ファイル</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Asking {name} who is there …</source>
        <translation>{name} に誰がいるか尋ねています…</translation>
    </message>
    <message>
        <source>Check microphone and loudspeaker</source>
        <translation>マイクとスピーカーを確認</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The demo did not start.</source>
        <translation>デモを開始できませんでした。</translation>
    </message>
    <message>
        <source>Try again; if it goes on, start it in a terminal: persona-viewer demo.</source>
        <translation>もう一度お試しください。続く場合は、ターミナルで起動してください: persona-viewer demo</translation>
    </message>
    <message>
        <source>{name} names no personas. Call one by its ID.</source>
        <translation>{name} にはペルソナの一覧がありません。ID で呼び出してください。</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>State: {words}</source>
        <translation>状態: {words}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>まだいらっしゃいますか？</translation>
    </message>
    <message>
        <source>Speak, or touch the screen.</source>
        <translation>話しかけるか、画面にタッチしてください。</translation>
    </message>
</context>
<context>
    <name>StreamForm</name>
    <message>
        <source>Give the stream a name.</source>
        <translation>ストリームに名前を付けてください。</translation>
    </message>
    <message>
        <source>It is the last piece</source>
        <translation>これが最後の部分です</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Utterance</source>
        <translation>発話</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>先に何か書いてください。</translation>
    </message>
    <message>
        <source>none, or a UUID</source>
        <translation>なし、または UUID</translation>
    </message>
</context>
<context>
    <name>TalkAnywhere</name>
    <message>
        <source>Another program uses {keys}, so it cannot be your key to talk from any window. Choose another key.</source>
        <translation>{keys} はほかのプログラムが使っているため、どのウィンドウからでも話すキーにはできません。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>On this system no key is heard in other windows. Use the window&apos;s own key to talk.</source>
        <translation>このシステムでは、ほかのウィンドウで働くキーはありません。ウィンドウのキーで話してください。</translation>
    </message>
    <message>
        <source>The desktop took back the key to talk from any window. It is asked again at the next talk.</source>
        <translation>デスクトップが、どのウィンドウからでも話すキーを取り戻しました。次の通話でもう一度尋ねます。</translation>
    </message>
    <message>
        <source>This desktop gives keys for all windows only to programs in its menu. Install persona-viewer.desktop.</source>
        <translation>このデスクトップは、すべてのウィンドウで働くキーを、メニューにあるプログラムにだけ渡します。persona-viewer.desktop をインストールしてください。</translation>
    </message>
    <message>
        <source>This desktop gives programs no key that is heard in all windows. Use the window&apos;s own key to talk.</source>
        <translation>このデスクトップは、すべてのウィンドウで働くキーをプログラムに渡しません。ウィンドウのキーで話してください。</translation>
    </message>
    <message>
        <source>This keyboard has no {keys}, your key to talk from any window. Choose another key.</source>
        <translation>このキーボードには、どのウィンドウからでも話すキー {keys} がありません。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>Your desktop asks you about this key when a talk begins, and may choose another one.</source>
        <translation>通話が始まるとデスクトップがこのキーについて尋ね、別のキーを選ぶことがあります。</translation>
    </message>
    <message>
        <source>Your desktop gave no key to talk from any window. It is asked again at the next talk.</source>
        <translation>デスクトップは、どのウィンドウからでも話すキーを渡しませんでした。次の通話でもう一度尋ねます。</translation>
    </message>
    <message>
        <source>Your desktop has no key for this. Choose one in the desktop&apos;s settings.</source>
        <translation>デスクトップにはこれに使うキーがありません。デスクトップの設定で選んでください。</translation>
    </message>
    <message>
        <source>Your desktop uses {keys} for this. You can change it in the desktop&apos;s settings.</source>
        <translation>デスクトップはこれに {keys} を使います。デスクトップの設定で変えられます。</translation>
    </message>
</context>
<context>
    <name>TalkManners</name>
    <message>
        <source>The talk with {name} is over</source>
        <translation>{name} との会話が終わりました</translation>
    </message>
    <message>
        <source>{name} is waiting for you</source>
        <translation>{name} が待っています</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>The talk ends in {time}.</source>
        <translation>会話はあと{time}で終わります。</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>残り {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>残り {minutes}:{seconds}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln line(s) found.</source>
        <translation>
            <numerusform>%Ln 行見つかりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>ブローカー</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Data channel</source>
        <translation>データチャネル</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Figures and heartbeats</source>
        <translation>数値とハートビート</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>最新を追う</translation>
    </message>
    <message>
        <source>Offer and answer</source>
        <translation>オファーとアンサー</translation>
    </message>
    <message>
        <source>Save as rtcstats…</source>
        <translation>rtcstats 形式で保存…</translation>
    </message>
    <message>
        <source>Save for webrtc-internals viewers…</source>
        <translation>webrtc-internals ビューアー用に保存…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>セッションを保存</translation>
    </message>
    <message>
        <source>Save with addresses</source>
        <translation>アドレスを含めて保存</translation>
    </message>
    <message>
        <source>Save, addresses masked</source>
        <translation>アドレスを伏せて保存</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} として保存しました。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>タイムラインを検索</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Signalling</source>
        <translation>シグナリング</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>まだ保存するものがありません。</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する項目</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>What happened</source>
        <translation>起きたこと</translation>
    </message>
</context>
<context>
    <name>ToolForm</name>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Answer tools by hand: nothing else answers them then</source>
        <translation>ツールに手で答える: ほかには何も答えません</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼び出し</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>It is called with {arguments}</source>
        <translation>引数: {arguments}</translation>
    </message>
    <message>
        <source>JSON, or words</source>
        <translation>JSON または言葉</translation>
    </message>
    <message>
        <source>No call awaits an answer</source>
        <translation>答えを待つ呼び出しはありません</translation>
    </message>
    <message>
        <source>No call awaits an answer.</source>
        <translation>答えを待つ呼び出しはありません。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>The last call failed: {why}</source>
        <translation>最後の呼び出しは失敗しました: {why}</translation>
    </message>
    <message>
        <source>Write what went wrong.</source>
        <translation>何がうまくいかなかったか書いてください。</translation>
    </message>
</context>
<context>
    <name>TouchBar</name>
    <message>
        <source>Finish</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止める</translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message numerus="yes">
        <source>%n earlier line(s) are not kept.</source>
        <translation>
            <numerusform>これより前の %n 行は保持されていません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新着 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is copied.</source>
        <translation>すべてコピーしました。</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>アバター</translation>
    </message>
    <message>
        <source>Clear the transcript</source>
        <translation>会話記録を消去</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Copy what is selected, or all</source>
        <translation>選択部分、またはすべてをコピー</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation>会話記録を書き出す</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>最新の行へ</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name} として保存しました。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>The transcript is cleared.</source>
        <translation>会話記録を消去しました。</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>会話記録</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>訂正済み</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>入力</translation>
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
        <translation>会話の内容</translation>
    </message>
    <message>
        <source>What you and the avatar say appears here.</source>
        <translation>あなたとアバターの会話がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Leave the talk</source>
        <translation>会話を離れる</translation>
    </message>
    <message>
        <source>Mute microphone</source>
        <translation>マイクをミュート</translation>
    </message>
    <message>
        <source>Persona Viewer: talking to {name}</source>
        <translation>Persona Viewer: {name} と会話中</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>ウィンドウを表示</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>First movement of the mouth: {p50} and {p95}.</source>
        <translation>口の最初の動き: {p50} と {p95}。</translation>
    </message>
    <message>
        <source>First sound: half of them within {p50}, 95 % within {p95}. First word: {w50} and {w95}.</source>
        <translation>最初の音: 半数は {p50} 以内、95 % は {p95} 以内。最初の言葉: {w50} と {w95}。</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>口</translation>
    </message>
    <message>
        <source>Nobody has been answered yet.</source>
        <translation>まだ応答はありません。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>The user</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Those places of the picture that change most while the persona is heard, and little while it is silent, are its mouth. It moves in the first picture in which they change far more than just before. Nothing is told until the mouth has been found, in the first seconds of speech.</source>
        <translation>ペルソナの声が聞こえる間に最も大きく変化し、黙っている間はあまり変化しない部分を口とみなします。その部分の変化が直前よりはるかに大きい最初の画像が、口の動きの始まりです。話し始めの数秒で口が見つかるまでは何も表示しません。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>やり取り</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>sent a text</source>
        <translation>テキストを送信</translation>
    </message>
    <message>
        <source>stopped speaking</source>
        <translation>話し終えた</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ミリ秒</translation>
    </message>
</context>
<context>
    <name>VideoWidget</name>
    <message>
        <source>Avatar</source>
        <translation>アバター</translation>
    </message>
</context>
<context>
    <name>VolumeButton</name>
    <message>
        <source>Loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume: {percent}</source>
        <translation>音量: {percent}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Words</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>先に何か書いてください。</translation>
    </message>
</context>
</TS>
