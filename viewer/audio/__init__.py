"""Sound devices in and out, by miniaudio. Their threads touch ring buffers only."""
