"""What broker and engine both do: listen, say READY, find a key, ask this machine past any proxy."""
