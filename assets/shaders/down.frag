#version 440

// Second pass: scales what the first made in height, and turns it into the screen's colours.

layout(std140, binding = 0) uniform Block {
    mat4 colours;  // of luma, blue, red and 1 makes red, green and blue
    vec4 veil;     // laid over the picture
    ivec4 rows;    // last one of luma and of chroma, rows of their weights
    ivec4 place;   // the picture's corner in the target; its height if the target's rows go upwards, else 0
} block;
layout(binding = 1) uniform sampler2D scaled;
layout(binding = 2) uniform sampler2D luma_table;
layout(binding = 3) uniform sampler2D chroma_table;

layout(location = 0) out vec4 colour;

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy) - block.place.xy;
    if (block.place.z > 0)
        at.y = block.place.z - 1 - at.y;

    vec4 picture = vec4(0.0, 0.0, 0.0, 1.0);
    int tap = int(texelFetch(luma_table, ivec2(at.y, 0), 0).r);
    for (int n = 1; n <= block.rows.z; n++, tap += 4) {
        vec4 weights = texelFetch(luma_table, ivec2(at.y, n), 0);
        for (int k = 0; k < 4; k++)
            picture.r += weights[k] * texelFetch(scaled, ivec2(at.x, clamp(tap + k, 0, block.rows.x)), 0).r;
    }
    tap = int(texelFetch(chroma_table, ivec2(at.y, 0), 0).r);
    for (int n = 1; n <= block.rows.w; n++, tap += 4) {
        vec4 weights = texelFetch(chroma_table, ivec2(at.y, n), 0);
        for (int k = 0; k < 4; k++)
            picture.gb += weights[k] * texelFetch(scaled, ivec2(at.x, clamp(tap + k, 0, block.rows.y)), 0).gb;
    }
    picture.rgb = clamp(picture.rgb, 0.0, 1.0);

    vec3 shown = clamp((block.colours * picture).rgb, 0.0, 1.0);
    colour = vec4(mix(shown, block.veil.rgb, block.veil.a), 1.0);
}
