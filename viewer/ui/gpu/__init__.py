"""The picture by the graphics processor, where there is one."""
