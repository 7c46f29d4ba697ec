"""The windows: widgets, and the view state they show. The only package that draws."""
