"""What goes on below the surface: a panel with tabs, made when it is first opened."""
